import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import {
  parseTemplate,
  templateWarnings,
  type TemplateProblem,
  type TemplateWarning,
} from '../../../shared/snippets/template';

const useStyles = makeStyles({
  list: {
    margin: '4px 0 0',
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    fontSize: '12px',
    lineHeight: '16px',
  },
  remark: { display: 'flex', gap: '4px', overflowWrap: 'anywhere' },
  icon: { flex: '0 0 auto', fontSize: '16px' },
  problem: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** How many are shown at once: the rest comes when these are settled. */
const most = 4;

/** What is wrong in a template, or what may not be as it is meant, and where. */
export function TemplateRemarks({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles();
  const parsed = parseTemplate(text);
  const problems = parsed.ok ? [] : parsed.problems;
  const warnings = templateWarnings(text);
  return (
    <ul className={styles.list} aria-live="polite">
      {problems.slice(0, most).map((problem, index) => (
        <li key={index} className={styles.remark}>
          <ErrorCircleRegular className={`${styles.icon} ${styles.problem}`} aria-hidden />
          <span>{placed(problem, problemText(problem))}</span>
        </li>
      ))}
      {warnings.slice(0, most).map((warning, index) => (
        <li key={index} className={styles.remark}>
          <WarningRegular className={`${styles.icon} ${styles.warning}`} aria-hidden />
          <span>
            {placed(warning, t(`template-form.${warning.kind}`, { placeholder: warning.placeholder }))}
          </span>
        </li>
      ))}
    </ul>
  );
}

const placed = ({ line, column }: TemplateProblem | TemplateWarning, what: string): string =>
  t('template-form.place', { line, column, what });

function problemText(problem: TemplateProblem): string {
  switch (problem.kind) {
    case 'unknown-placeholder':
    case 'unknown-filter':
      return t(`template-form.${problem.kind}`, { name: problem.name });
    case 'not-closed':
    case 'empty':
      return t(`template-form.${problem.kind}`);
  }
}
