import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { command } from '../run-command';

const useStyles = makeStyles({
  banner: {
    flex: '0 0 auto',
    margin: '8px 12px 4px',
    padding: '12px 12px 12px 16px',
    display: 'flex',
    alignItems: 'center',
    gap: '16px',
    borderRadius: '10px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  words: { flex: '1 1 auto', minWidth: 0 },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  text: { margin: 0, fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  button: { flex: '0 0 auto', minWidth: 'auto' },
});

/** The obvious next step while nobody is signed in. */
export function SignedOutBanner(): ReactNode {
  const styles = useStyles();
  const demo = useSnapshot((snapshot) => snapshot.clientApplication?.kind === 'demo');
  return (
    <section className={styles.banner} aria-labelledby="signed-out-title">
      <div className={styles.words}>
        <h2 id="signed-out-title" className={styles.title}>
          {t('signed-out.title')}
        </h2>
        <p className={styles.text}>{t(demo ? 'signed-out.text.demo' : 'signed-out.text')}</p>
      </div>
      <Button className={styles.button} appearance="primary" onClick={() => command('signIn', {})}>
        {t('signed-out.action')}
      </Button>
    </section>
  );
}
