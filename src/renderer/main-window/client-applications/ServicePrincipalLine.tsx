import { makeStyles, tokens } from '@fluentui/react-components';
import { BotRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { focusRing } from '../focus-ring';

const useStyles = makeStyles({
  line: {
    boxSizing: 'border-box',
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '40px 1fr 16px',
    columnGap: '12px',
    alignItems: 'center',
    marginTop: '12px',
    padding: '8px 16px',
    border: '1px solid transparent',
    borderRadius: '10px',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': focusRing,
  },
  icon: { justifySelf: 'center', fontSize: '20px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  title: { display: 'block', lineHeight: '20px' },
  text: {
    display: 'block',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  chevron: { fontSize: '16px', color: tokens.colorNeutralForeground3 },
});

/** The way in for those who automate things, quieter than the others. */
export function ServicePrincipalLine({ onChoose }: { readonly onChoose: () => void }): ReactNode {
  const styles = useStyles();
  return (
    <button type="button" className={styles.line} onClick={onChoose}>
      <span className={styles.icon} aria-hidden>
        <BotRegular />
      </span>
      <span>
        <span className={styles.title}>{t('service-principal.title')}</span>{' '}
        <span className={styles.text}>{t('service-principal.text')}</span>
      </span>
      <ChevronRightRegular className={styles.chevron} />
    </button>
  );
}
