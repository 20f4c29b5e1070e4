import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { ExportReport } from '../../../shared/sharing-view';
import { AnswerCard } from './AnswerCard';

const useStyles = makeStyles({
  lead: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
  list: {
    margin: '0',
    padding: '0 0 0 16px',
    maxHeight: '160px',
    overflowY: 'auto',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
  },
});

/** What was written, and what was not. */
export function ExportAnswer({ report }: { readonly report: ExportReport }): ReactNode {
  const styles = useStyles();
  const { file, count, leftOut, problem } = report;
  if (problem !== undefined) {
    return (
      <AnswerCard isGood={false} title={t('export.failed', { file: file ?? '' })}>
        {problem}
      </AnswerCard>
    );
  }
  const title = file === undefined ? t('export.copied', { count }) : t('export.saved', { count, file });
  return (
    <AnswerCard isGood title={title}>
      {leftOut.length > 0 && (
        <>
          <p className={styles.lead}>{t('export.left-out.title')}</p>
          {/* It scrolls, so it has to be reached by keyboard. */}
          <ul className={styles.list} tabIndex={0} aria-label={t('export.left-out.title')}>
            {leftOut.map(({ preset, what }, index) => (
              <li key={index}>
                {preset}: {what.join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </AnswerCard>
  );
}
