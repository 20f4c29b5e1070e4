import { Dropdown, Option, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/settings';
import { command } from '../run-command';
import { SettingRow } from './SettingRow';
import { useSetting, type PlainSetting } from './use-setting';

const useStyles = makeStyles({
  dropdown: { minWidth: 0, width: '168px' },
  value: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  locked: {
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  listbox: { minWidth: '168px', width: 'auto' },
});

/** Reached and read, but never opened. */
export const lockedChoice = { open: false, 'aria-disabled': true, expandIcon: null } as const;

interface ChoiceSettingProps<Name extends PlainSetting> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly Settings[Name][];
  readonly words: (choice: Settings[Name]) => string;
}

/** A setting that is one of several. */
export function ChoiceSetting<Name extends PlainSetting>({
  name,
  label,
  hint,
  choices,
  words,
}: ChoiceSettingProps<Name>): ReactNode {
  const styles = useStyles();
  const { value, defaultValue, lock, change } = useSetting(name);
  const reset =
    value === defaultValue
      ? undefined
      : { to: words(defaultValue), run: () => command('resetSetting', { setting: name }) };
  return (
    <SettingRow label={label} hint={hint} lock={lock} reset={reset}>
      {(control) => (
        <Dropdown
          {...control}
          {...(lock === undefined ? {} : lockedChoice)}
          className={mergeClasses(styles.dropdown, lock !== undefined && styles.locked)}
          button={{ className: styles.value }}
          listbox={{ className: styles.listbox }}
          positioning={{ position: 'below', align: 'end' }}
          value={words(value)}
          selectedOptions={[String(value)]}
          onOptionSelect={(_event, { optionValue }) => {
            const chosen = choices.find((choice) => String(choice) === optionValue);
            if (chosen !== undefined && chosen !== value) change(chosen);
          }}
        >
          {choices.map((choice) => (
            <Option key={String(choice)} value={String(choice)} text={words(choice)}>
              {words(choice)}
            </Option>
          ))}
        </Dropdown>
      )}
    </SettingRow>
  );
}
