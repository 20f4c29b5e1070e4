import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular, OpenRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { redirectUri } from '../../../shared/well-known';
import { CopiedButton } from '../CopiedButton';
import { Disclosure } from '../Disclosure';
import { command, runCommand } from '../run-command';

const useStyles = makeStyles({
  whole: { marginTop: '20px', paddingTop: '16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  links: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  steps: { margin: '16px 0 0', padding: 0, listStyleType: 'none', counterReset: 'step' },
  step: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr',
    columnGap: '12px',
    marginBottom: '16px',
    counterIncrement: 'step',
    '::before': {
      content: 'counter(step)',
      display: 'grid',
      placeItems: 'center',
      width: '24px',
      height: '24px',
      borderRadius: '50%',
      fontSize: '12px',
      fontWeight: 600,
      color: tokens.colorBrandForeground2,
      backgroundColor: tokens.colorBrandBackground2,
    },
  },
  title: { display: 'block', fontWeight: 600, lineHeight: '24px' },
  text: { color: tokens.colorNeutralForeground2, lineHeight: '20px' },
  copyLine: { display: 'flex', alignItems: 'center', gap: '8px', marginTop: '8px' },
  address: {
    padding: '4px 8px',
    borderRadius: '6px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '16px',
    backgroundColor: tokens.colorNeutralBackground4,
    userSelect: 'text',
  },
});

/** How to register an app, folded away below the form that asks for its IDs. */
export function RegistrationSteps(): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.whole}>
      <Disclosure summary={t('organisation.help')}>
        <RegistrationStepList />
      </Disclosure>
    </div>
  );
}

/** How to register an app in the Entra admin centre, in five steps. */
export function RegistrationStepList(): ReactNode {
  const styles = useStyles();
  return (
    <>
      <div className={styles.links}>
        <Button
          size="small"
          icon={<OpenRegular />}
          onClick={() => command('openHelpLink', { link: 'app-registrations' })}
        >
          {t('organisation.help.open')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => command('openHelpLink', { link: 'register-app-guide' })}
        >
          {t('organisation.help.guide')}
        </Button>
      </div>
      <ol className={styles.steps}>
        <Step number={1} />
        <Step number={2}>
          <span className={styles.copyLine}>
            <code className={styles.address}>{redirectUri}</code>
            <CopiedButton
              size="small"
              icon={<CopyRegular />}
              aria-label={t('organisation.step-2.copy.spoken')}
              label={t('organisation.step-2.copy')}
              copiedLabel={t('organisation.step-2.copied')}
              onCopy={() => runCommand('copyHelpText', { text: 'redirect-uri' })}
            />
          </span>
        </Step>
        <Step number={3} />
        <Step number={4} />
        <Step number={5} />
      </ol>
    </>
  );
}

function Step({
  number,
  children,
}: {
  readonly number: 1 | 2 | 3 | 4 | 5;
  readonly children?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <li className={styles.step}>
      <div>
        <span className={styles.title}>{t(`organisation.step-${number}.title`)}</span>
        <span className={styles.text}>{t(`organisation.step-${number}.text`)}</span>
        {children}
      </div>
    </li>
  );
}
