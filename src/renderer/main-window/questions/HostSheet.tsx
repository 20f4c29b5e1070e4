import { Button } from '@fluentui/react-components';
import { ShieldErrorRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { HostQuestion } from '../../../shared/question';
import { resourceLabel, scopeForResource } from '../../../shared/scopes';
import { useSnapshot } from '../../bridge/use-snapshot';
import { usePageActions } from '../presets/page-actions';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { answerQuestion } from './answer-question';
import { useQuestionStyles } from './question-styles';

/** Says where a token would go before it goes there. */
export function HostSheet({ question }: { readonly question: HostQuestion }): ReactNode {
  const styles = useQuestionStyles();
  const text = useSheetTextStyles();
  const { editPreset } = usePageActions();
  const { preset, purpose, doubt, host } = question;
  // Presets of a team are somebody else's, too.
  const isGiven = useSnapshot(
    ({ presets }) => presets.find(({ id }) => id === preset.id)?.isManaged ?? preset.isManaged,
  );
  const resource = resourceLabel([scopeForResource(question.resource)]);
  const cancel = (): void => void answerQuestion(question, { kind: 'cancel' });
  const edit = (): void => {
    cancel();
    editPreset(preset.id);
  };
  return (
    <Sheet
      picture={
        <span className={styles.picture} aria-hidden>
          <ShieldErrorRegular />
        </span>
      }
      title={t('host-question.title', { resource, host })}
      onClose={cancel}
      actions={
        <>
          {!isGiven && (
            <Button appearance="primary" onClick={edit}>
              {t('host-question.edit')}
            </Button>
          )}
          <Button onClick={() => void answerQuestion(question, { kind: 'go-on' })}>
            {t(purpose.kind === 'try' ? 'host-question.send' : 'host-question.copy')}
          </Button>
          <Button onClick={cancel} {...focusFirst}>
            {t('host-question.cancel')}
          </Button>
        </>
      }
    >
      <p className={text.text}>{t(`host-question.${doubt}`, { resource, host })}</p>
      <p className={text.quiet}>{t('host-question.once', { name: preset.name, host })}</p>
    </Sheet>
  );
}
