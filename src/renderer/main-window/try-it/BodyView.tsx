import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { SampleRequest } from '../../../shared/preset';
import { mostKept, mostShown, type TrialBody } from '../../../shared/trial';
import { command } from '../run-command';
import { jsonLines, textLines } from './body-lines';
import { LinesView } from './LinesView';
import { sizeWords } from './size-words';

const useStyles = makeStyles({
  empty: { margin: 0, padding: '16px', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
  note: {
    flex: '0 0 auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 8px',
    padding: '4px 16px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** The body of an answer: JSON folded and coloured, other texts as they are, never carried out or drawn. */
export function BodyView({
  body,
  method,
}: {
  readonly body: TrialBody;
  readonly method: SampleRequest['method'];
}): ReactNode {
  const styles = useStyles();
  const { kind, text, size, contentType, isCut, isShortened } = body;
  const json = useMemo(() => (kind === 'json' ? jsonLines(text) : undefined), [kind, text]);
  const lines = useMemo(() => json ?? textLines(text), [json, text]);
  if (kind === 'none')
    return <p className={styles.empty}>{t(method === 'HEAD' ? 'try-it.empty.head' : 'try-it.empty')}</p>;
  if (kind === 'binary')
    return (
      <p className={styles.empty}>
        {contentType === ''
          ? t('try-it.binary.untyped', { size: sizeWords(size) })
          : t('try-it.binary', { type: contentType, size: sizeWords(size) })}
      </p>
    );
  return (
    <>
      {isShortened && (
        <div className={styles.note}>
          <span>
            {isCut
              ? t('try-it.cut', { shown: sizeWords(mostShown), kept: sizeWords(mostKept) })
              : t('try-it.shortened', { shown: sizeWords(mostShown), size: sizeWords(size) })}
          </span>
          <Button size="small" onClick={() => command('saveTrialAnswer', {})}>
            {t('try-it.save-all')}
          </Button>
        </div>
      )}
      <LinesView text={text} lines={lines} isJson={json !== undefined} />
    </>
  );
}
