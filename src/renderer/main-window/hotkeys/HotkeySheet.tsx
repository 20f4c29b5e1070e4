import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useId, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { formatWords } from '../../../shared/messages/format-words';
import type { PresetView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { focusFirst, Sheet } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { HotkeyButton } from './HotkeyButton';
import { HotkeyLine } from './HotkeyLine';
import { useHotkeyOf } from './use-recorder';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: '4px', paddingTop: '8px', paddingBottom: '4px' },
  line: { minHeight: '24px', paddingTop: '4px' },
});

interface HotkeySheetProps {
  readonly presetId: string;
  readonly onClose: () => void;
}

/** The hotkey of one preset. */
export function HotkeySheet({ presetId, onClose }: HotkeySheetProps): ReactNode {
  const preset = useSnapshot(({ presets }) => presets.find(({ id }) => id === presetId));
  const gone = preset === undefined;
  useEffect(() => {
    if (gone) onClose();
  }, [gone, onClose]);
  return gone ? null : <HotkeyOf preset={preset} onClose={onClose} />;
}

function HotkeyOf({
  preset: { id, name, hotkey },
  onClose,
}: {
  readonly preset: PresetView;
  readonly onClose: () => void;
}): ReactNode {
  const styles = useStyles();
  const { text } = useSheetTextStyles();
  const fieldId = useId();
  const templates = useSnapshot((snapshot) => snapshot.templates);
  const format = useSnapshot(({ settings }) => settings.values.defaultFormat);
  const recorder = useHotkeyOf({ presetId: id }, hotkey === undefined);
  return (
    <Sheet
      title={t('hotkey-sheet.title', { name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {t('hotkey-sheet.done')}
        </Button>
      }
    >
      <p className={text}>{t('hotkey-sheet.text', { format: formatWords(format, templates) })}</p>
      <div className={styles.field}>
        <label id={`${fieldId}label`} htmlFor={fieldId}>
          {t('hotkey-sheet.label')}
        </label>
        <HotkeyButton
          {...focusFirst}
          control={{ id: fieldId, 'aria-labelledby': `${fieldId}label` }}
          recorder={recorder}
          accelerator={hotkey}
          wide
        />
        <div className={styles.line}>
          <HotkeyLine recorder={recorder} accelerator={hotkey} />
        </div>
      </div>
    </Sheet>
  );
}
