import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { MethodQuestion } from '../../../shared/question';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { sizeWords } from '../try-it/size-words';
import { answerQuestion } from './answer-question';
import { useQuestionStyles } from './question-styles';

/** Asks before a request is sent that is there to change something. */
export function MethodSheet({ question }: { readonly question: MethodQuestion }): ReactNode {
  const styles = useQuestionStyles();
  const text = useSheetTextStyles();
  const { method, host, url, bodySize } = question;
  const cancel = (): void => void answerQuestion(question, { kind: 'cancel' });
  return (
    <Sheet
      title={t('method-question.title', { method, host })}
      onClose={cancel}
      actions={
        <>
          <Button appearance="primary" onClick={() => void answerQuestion(question, { kind: 'go-on' })}>
            {t('method-question.send', { method })}
          </Button>
          <Button onClick={cancel} {...focusFirst}>
            {t('method-question.cancel')}
          </Button>
        </>
      }
    >
      <p className={text.text}>{t(`method-question.${method === 'DELETE' ? 'deletes' : 'changes'}`)}</p>
      <p className={styles.request} title={url}>
        <span className={styles.method}>{method}</span>
        {url}
      </p>
      <p className={text.quiet}>
        {bodySize === undefined
          ? t('method-question.no-body')
          : t('method-question.body', { size: sizeWords(bodySize) })}
      </p>
    </Sheet>
  );
}
