import { Button } from '@fluentui/react-components';
import { CheckboxCheckedRegular, DocumentArrowDownRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { ExportablePreset } from '../../../shared/sharing-view';
import { SettingGroup } from '../settings/SettingGroup';
import { useSharingStyles } from './sharing-styles';

interface ExportGroupProps {
  readonly exportable: readonly ExportablePreset[];
  /** Opens the sheet with these chosen. */
  readonly onExport: (presetIds: readonly string[]) => void;
}

/** Everything, or some of it, for somebody else. */
export function ExportGroup({ exportable, onExport }: ExportGroupProps): ReactNode {
  const shared = useSharingStyles();
  const count = exportable.length;
  return (
    <SettingGroup heading={t('export.title')}>
      <div className={shared.block}>
        <p className={shared.text}>{t(count === 0 ? 'export.none' : 'export.lead')}</p>
        {count > 0 && (
          <div className={shared.buttons}>
            <Button
              icon={<DocumentArrowDownRegular />}
              onClick={() => onExport(exportable.map(({ id }) => id))}
            >
              {t('export.all', { count })}
            </Button>
            <Button icon={<CheckboxCheckedRegular />} onClick={() => onExport([])}>
              {t('export.some')}
            </Button>
          </div>
        )}
      </div>
    </SettingGroup>
  );
}
