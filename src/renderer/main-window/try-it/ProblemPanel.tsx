import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { TrialProblem } from '../../../shared/trial';
import { usePanelStyles } from './panel-styles';

/** Why there is no answer. */
export function ProblemPanel({ problem }: { readonly problem: TrialProblem }): ReactNode {
  const styles = usePanelStyles();
  return (
    <section className={styles.panel} aria-label={t('try-it.problem')} role="alert">
      <p className={styles.title}>{t(`try-it.problem.${problem.kind}`, { host: problem.host })}</p>
      <p className={styles.text}>{todoOf(problem)}</p>
    </section>
  );
}

function todoOf(problem: TrialProblem): string {
  switch (problem.kind) {
    case 'certificate':
      return problem.issuer === undefined
        ? t(`try-it.problem.certificate.${problem.trouble}`)
        : `${t(`try-it.problem.certificate.${problem.trouble}`)} ${t('try-it.problem.certificate.issuer', { issuer: problem.issuer })}`;
    case 'network':
      return t('try-it.problem.network.todo', { name: problem.name });
    case 'exchange':
      return t('try-it.problem.exchange.todo', { status: problem.status });
    case 'offline':
    case 'timed-out':
    case 'unsendable':
      return t(`try-it.problem.${problem.kind}.todo`);
  }
}
