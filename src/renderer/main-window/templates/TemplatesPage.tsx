import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, BracesVariableRegular } from '@fluentui/react-icons';
import { useCallback, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { OwnTemplate } from '../../../shared/own-template';
import { templateLimits } from '../../../shared/own-template-limits';
import { useSnapshot } from '../../bridge/use-snapshot';
import { PageContent } from '../pages/PageContent';
import { PageFrame } from '../pages/PageFrame';
import { EmptyState } from '../presets/EmptyState';
import { SettingGroup } from '../settings/SettingGroup';
import { TemplateRow } from './TemplateRow';
import { TemplateSheet } from './TemplateSheet';

const useStyles = makeStyles({
  lead: { margin: '0 4px 12px', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
  add: { flex: '0 0 auto' },
  full: { margin: '0 4px 16px', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

type OpenSheet = { readonly kind: 'add' } | { readonly kind: 'edit'; readonly template: OwnTemplate };

interface TemplatesPageProps {
  readonly notices: ReactNode;
  readonly onBack: () => void;
}

/** The person's own formats, in their order. */
export function TemplatesPage({ notices, onBack }: TemplatesPageProps): ReactNode {
  const styles = useStyles();
  const templates = useSnapshot((snapshot) => snapshot.ownTemplates);
  const areForbidden = useSnapshot(({ forbidden }) => forbidden.includes('ownTemplates'));
  const [sheet, setSheet] = useState<OpenSheet>();
  const close = useCallback(() => setSheet(undefined), []);
  const edit = useCallback((template: OwnTemplate) => setSheet({ kind: 'edit', template }), []);
  const isFull = (templates?.length ?? 0) >= templateLimits.templates;
  const add = (
    <Button
      className={styles.add}
      appearance="primary"
      icon={<AddRegular />}
      disabledFocusable={isFull}
      onClick={() => setSheet({ kind: 'add' })}
    >
      {t('templates.add')}
    </Button>
  );
  const isEmpty = templates === undefined || templates.length === 0;
  return (
    <PageFrame title={t('templates.title')} onBack={onBack} actions={!areForbidden && !isEmpty && add}>
      {notices}
      {areForbidden && (
        <EmptyState
          icon={<BracesVariableRegular />}
          title={t('templates.forbidden.title')}
          text={t('templates.forbidden.text')}
        />
      )}
      {!areForbidden && templates?.length === 0 && (
        <EmptyState
          icon={<BracesVariableRegular />}
          title={t('templates.empty.title')}
          text={t('templates.empty.text')}
          action={add}
        />
      )}
      {!areForbidden && !isEmpty && (
        <PageContent>
          <p className={styles.lead}>{t('templates.lead')}</p>
          <SettingGroup heading={t('templates.list')}>
            {templates.map((template, index) => (
              <TemplateRow
                key={template.id}
                template={template}
                index={index}
                count={templates.length}
                onEdit={edit}
              />
            ))}
          </SettingGroup>
          {isFull && <p className={styles.full}>{t('templates.full')}</p>}
        </PageContent>
      )}
      {sheet?.kind === 'add' && <TemplateSheet onClose={close} />}
      {sheet?.kind === 'edit' && (
        <TemplateSheet key={sheet.template.id} template={sheet.template} onClose={close} />
      )}
    </PageFrame>
  );
}
