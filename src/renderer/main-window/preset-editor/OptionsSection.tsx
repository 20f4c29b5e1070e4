import { Switch, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { acceleratorProblem } from '../../../shared/accelerator';
import { t } from '../../../shared/messages';
import { HotkeyButton } from '../hotkeys/HotkeyButton';
import { HotkeyLine } from '../hotkeys/HotkeyLine';
import { useRecorder } from '../hotkeys/use-recorder';
import { SettingRow } from '../settings/SettingRow';
import { useEditorStyles } from './editor-styles';
import type { PresetForm } from './use-preset-form';

const useStyles = makeStyles({
  rows: { margin: '-8px -16px -12px' },
  switch: { margin: '-8px' },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

/** Pinned, kept fresh, and the preset's own hotkey: saved with the rest of the form. */
export function OptionsSection({ form }: { readonly form: PresetForm }): ReactNode {
  const styles = useStyles();
  const common = useEditorStyles();
  const problemId = useId();
  const { draft, change, problemOf } = form;
  const recorder = useRecorder((accelerator) => {
    const problem = accelerator === null ? undefined : acceleratorProblem(accelerator);
    if (problem === undefined) change((before) => ({ ...before, hotkey: accelerator }));
    return Promise.resolve(problem);
  });
  const accelerator = draft.hotkey ?? undefined;
  const problem = recorder.recording ? undefined : problemOf('hotkey');
  return (
    <div className={styles.rows}>
      <SettingRow label={t('editor.pinned')} hint={t('editor.pinned.help')}>
        {(control) => (
          <Switch
            {...control}
            className={styles.switch}
            checked={draft.pinned}
            onChange={(_event, { checked }) => change((before) => ({ ...before, pinned: checked }))}
          />
        )}
      </SettingRow>
      <SettingRow label={t('editor.keep-fresh')} hint={t('editor.keep-fresh.help')}>
        {(control) => (
          <Switch
            {...control}
            className={styles.switch}
            checked={draft.keepFresh}
            onChange={(_event, { checked }) => change((before) => ({ ...before, keepFresh: checked }))}
          />
        )}
      </SettingRow>
      <SettingRow
        label={t('editor.hotkey')}
        hint={t('editor.hotkey.help')}
        below={
          <>
            <HotkeyLine recorder={recorder} accelerator={accelerator} />
            {problem !== undefined && (
              <p id={problemId} role="alert" className={`${common.quiet} ${styles.problem}`}>
                {t(`problem.${problem}`)}
              </p>
            )}
          </>
        }
      >
        {(control) => (
          <HotkeyButton
            control={{
              ...control,
              ...(problem === undefined ? {} : { 'aria-describedby': problemId }),
            }}
            name="hotkey"
            recorder={recorder}
            accelerator={accelerator}
          />
        )}
      </SettingRow>
    </div>
  );
}
