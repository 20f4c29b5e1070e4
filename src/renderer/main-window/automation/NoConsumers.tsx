import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, AppGenericRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    padding: '24px 24px 20px',
    textAlign: 'center',
  },
  icon: { fontSize: '32px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  title: { margin: '8px 0 4px', fontSize: '16px', lineHeight: '24px', fontWeight: 600 },
  text: { margin: '0 0 16px', maxWidth: '320px', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
  examples: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    marginTop: '16px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

const examples = ['notebook', 'service'] as const;

/** Before the first program: what one is, and the one next step. */
export function NoConsumers({ onAdd }: { readonly onAdd: (name: string) => void }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.whole}>
      <AppGenericRegular className={styles.icon} aria-hidden />
      <h3 className={styles.title}>{t('consumers.empty.title')}</h3>
      <p className={styles.text}>{t('consumers.empty.text')}</p>
      <Button appearance="primary" icon={<AddRegular />} onClick={() => onAdd('')}>
        {t('consumers.add')}
      </Button>
      <div className={styles.examples}>
        <span>{t('consumers.examples')}</span>
        {examples.map((example) => {
          const name = t(`consumers.example.${example}`);
          return (
            <Button
              key={example}
              size="small"
              aria-label={t('consumers.example.spoken', { name })}
              onClick={() => onAdd(name)}
            >
              {name}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
