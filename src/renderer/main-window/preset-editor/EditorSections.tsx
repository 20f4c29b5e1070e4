import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { AccessSection } from './AccessSection';
import { AccountSection } from './AccountSection';
import { CloudChoice, type EditorCloud } from './CloudChoice';
import { DeliverySection } from './DeliverySection';
import { LookSection } from './LookSection';
import { NotesSection } from './NotesSection';
import { OptionsSection } from './OptionsSection';
import type { SectionId } from './place-of';
import { RequestsSection } from './RequestsSection';
import { Section } from './Section';
import { accessSummary, accountSummary, notesSummary, optionsSummary, requestsSummary } from './summaries';
import type { PresetForm } from './use-preset-form';

const useStyles = makeStyles({
  clouds: {
    marginBottom: '8px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface EditorSectionsProps {
  readonly form: PresetForm;
  readonly clouds: readonly EditorCloud[];
  readonly usedCloudId: string;
  readonly cloudId: string;
  readonly onCloud: (cloudId: string) => void;
  readonly request: number;
  readonly onRequest: (index: number) => void;
  readonly open: ReadonlySet<SectionId>;
  readonly onToggle: (section: SectionId) => void;
  readonly onSplit: (others: readonly string[]) => void;
}

/** All parts of a preset, the ones that everybody needs first. */
export function EditorSections(props: EditorSectionsProps): ReactNode {
  const { form, clouds, usedCloudId, cloudId, onCloud, request, onRequest, open, onToggle, onSplit } = props;
  const styles = useStyles();
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const { draft, hasProblem } = form;
  const isSetUp = draft.targets[cloudId] !== undefined;
  const section = (
    id: SectionId,
    summary: string,
    wrong: readonly string[],
    children: ReactNode,
  ): ReactNode => (
    <Section
      title={t(`editor.section.${id}`)}
      summary={summary}
      open={open.has(id)}
      onToggle={() => onToggle(id)}
      wrong={wrong.some(hasProblem)}
    >
      {children}
    </Section>
  );
  const target = `targets.${cloudId}`;
  return (
    <>
      <LookSection form={form} />
      {(clouds.length > 1 || !isSetUp) && (
        <section className={styles.clouds} aria-label={t('editor.cloud')}>
          <CloudChoice
            form={form}
            clouds={clouds}
            usedCloudId={usedCloudId}
            cloudId={cloudId}
            onChoose={onCloud}
          />
        </section>
      )}
      {isSetUp &&
        section(
          'access',
          accessSummary(draft, cloudId),
          [`${target}.access`],
          <AccessSection form={form} cloudId={cloudId} onSplit={onSplit} />,
        )}
      {isSetUp &&
        section(
          'requests',
          requestsSummary(draft, cloudId),
          [`${target}.requests`],
          <RequestsSection form={form} cloudId={cloudId} shown={request} onShow={onRequest} />,
        )}
      {section('account', accountSummary(draft, accounts), [], <AccountSection form={form} />)}
      {section('delivery', t(`editor.delivery.${draft.delivery}`), [], <DeliverySection form={form} />)}
      {section('notes', notesSummary(draft), ['tags', 'notes'], <NotesSection form={form} />)}
      {section('options', optionsSummary(draft), ['hotkey'], <OptionsSection form={form} />)}
    </>
  );
}
