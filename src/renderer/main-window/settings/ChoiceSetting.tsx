import { Dropdown, Option, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/settings';
import { command } from '../run-command';
import { SettingRow } from './SettingRow';
import { useSetting, type PlainSetting } from './use-setting';

const useStyles = makeStyles({
  dropdown: { minWidth: 0, width: '168px' },
  value: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  listbox: { minWidth: '168px', width: 'auto' },
});

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
  const { value, defaultValue, change } = useSetting(name);
  const reset =
    value === defaultValue
      ? undefined
      : { to: words(defaultValue), run: () => command('resetSetting', { setting: name }) };
  return (
    <SettingRow label={label} hint={hint} reset={reset}>
      {(control) => (
        <Dropdown
          {...control}
          className={styles.dropdown}
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
