import {
  Button,
  Dropdown,
  Field,
  Input,
  Option,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { t } from '../../../shared/messages';
import { settingLimits } from '../../../shared/setting-limits';
import { useSnapshot } from '../../bridge/use-snapshot';
import { lockedChoice } from '../settings/ChoiceSetting';
import { SettingRow } from '../settings/SettingRow';
import { useSetting } from '../settings/use-setting';

const useStyles = makeStyles({
  dropdown: { minWidth: 0, width: '152px' },
  locked: {
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  listbox: { minWidth: '152px', width: 'auto' },
  below: { flex: '1 0 100%', display: 'flex', alignItems: 'flex-start', gap: '8px' },
  field: { flex: '1 1 0', minWidth: 0, maxWidth: '200px' },
  // In line with the input, below the field's label.
  button: { marginTop: '22px', minWidth: 'auto' },
});

const { least, most } = settingLimits.port;

type Choice = 'free' | 'fixed';

/** Any free port, or one that never changes. */
export function PortSetting(): ReactNode {
  const styles = useStyles();
  const { value, defaultValue, lock, change } = useSetting('localEndpointPort');
  const running = useSnapshot(({ endpoint }) => endpoint.port);
  const [typed, setTyped] = useState<string>();
  const [isWrong, setIsWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isFixed = value !== 0 || typed !== undefined;
  const chosen: Choice = isFixed ? 'fixed' : 'free';

  const choose = (choice: Choice): void => {
    setIsWrong(false);
    if (choice === 'free') {
      setTyped(undefined);
      if (value !== 0) change(0);
    } else {
      // The one it has is the one that programs know already.
      setTyped(String(value === 0 ? (running ?? '') : value));
      requestAnimationFrame(() => input.current?.select());
    }
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const port = Number(typed ?? value);
    const isRight = Number.isInteger(port) && port >= least && port <= most;
    setIsWrong(!isRight);
    if (!isRight) return;
    setTyped(undefined);
    if (port !== value) change(port);
  };
  const reset =
    value === defaultValue || lock !== undefined
      ? undefined
      : { to: portWords(defaultValue), run: () => change(defaultValue) };
  return (
    <SettingRow
      label={t('endpoint.port')}
      hint={t(isFixed ? 'endpoint.port.hint.fixed' : 'endpoint.port.hint.free')}
      lock={lock}
      reset={reset}
      below={
        isFixed &&
        lock === undefined && (
          <form className={styles.below} noValidate onSubmit={send}>
            <Field
              className={styles.field}
              label={t('endpoint.port.number')}
              {...(isWrong
                ? {
                    validationMessage: t('endpoint.port.wrong', { least: String(least), most: String(most) }),
                  }
                : {})}
            >
              <Input
                input={{ ref: input }}
                inputMode="numeric"
                value={typed ?? String(value)}
                onChange={(_event, data) => {
                  setTyped(data.value);
                  setIsWrong(false);
                }}
              />
            </Field>
            {typed !== undefined && typed !== String(value) && (
              <Button className={styles.button} type="submit">
                {t('endpoint.port.set')}
              </Button>
            )}
          </form>
        )
      }
    >
      {(control) => (
        <Dropdown
          {...control}
          {...(lock === undefined ? {} : lockedChoice)}
          className={mergeClasses(styles.dropdown, lock !== undefined && styles.locked)}
          listbox={{ className: styles.listbox }}
          positioning={{ position: 'below', align: 'end' }}
          value={lock === undefined ? t(`endpoint.port.${chosen}`) : portWords(value)}
          selectedOptions={[chosen]}
          onOptionSelect={(_event, { optionValue }) => choose(optionValue === 'fixed' ? 'fixed' : 'free')}
        >
          <Option value="free">{t('endpoint.port.free')}</Option>
          <Option value="fixed">{t('endpoint.port.fixed')}</Option>
        </Dropdown>
      )}
    </SettingRow>
  );
}

const portWords = (port: number): string =>
  port === 0 ? t('endpoint.port.free') : t('endpoint.port.fixed.value', { port: String(port) });
