import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ClipboardPasteRegular, DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { command } from '../run-command';
import { SettingGroup } from '../settings/SettingGroup';
import { PasteSheet } from './PasteSheet';
import { useSharingStyles } from './sharing-styles';

const useStyles = makeStyles({
  drop: { marginTop: '12px', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

/** The ways in for presets of others. */
export function ImportGroup(): ReactNode {
  const shared = useSharingStyles();
  const styles = useStyles();
  const isForbidden = useSnapshot(({ forbidden }) => forbidden.includes('ownPresets'));
  const [isPasting, setIsPasting] = useState(false);
  return (
    <SettingGroup heading={t('import.title')}>
      <div className={shared.block}>
        <p className={shared.text}>{t(isForbidden ? 'import.forbidden' : 'import.lead')}</p>
        {!isForbidden && (
          <>
            <div className={shared.buttons}>
              <Button icon={<DocumentArrowUpRegular />} onClick={() => command('chooseImportFile', {})}>
                {t('import.choose')}
              </Button>
              <Button icon={<ClipboardPasteRegular />} onClick={() => setIsPasting(true)}>
                {t('import.paste')}
              </Button>
            </div>
            <div className={styles.drop}>{t('import.drop')}</div>
          </>
        )}
      </div>
      {isPasting && <PasteSheet onClose={() => setIsPasting(false)} />}
    </SettingGroup>
  );
}
