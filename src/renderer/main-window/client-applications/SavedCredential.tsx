import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { CredentialInfo } from '../../../shared/client-application';
import { t } from '../../../shared/messages';
import { dateOnly } from '../../time/full-date';
import { useClock } from '../../time/use-clock';
import { certificateValidity } from './certificate-validity';

const useStyles = makeStyles({
  box: {
    padding: '12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    lineHeight: '20px',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  title: { margin: '0 0 4px', fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  line: { margin: 0 },
  list: { display: 'flex', flexDirection: 'column', gap: '8px', margin: 0 },
  name: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  hex: { fontFamily: tokens.fontFamilyMonospace, fontSize: '12px' },
  validity: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
  icon: { flex: '0 0 auto', width: '16px', height: '20px' },
  soon: { color: tokens.colorPaletteDarkOrangeForeground1 },
  over: { color: tokens.colorPaletteRedForeground1 },
});

const icons = {
  good: CheckmarkCircleRegular,
  early: WarningRegular,
  soon: WarningRegular,
  over: ErrorCircleRegular,
} as const;

/** What is known of the credential in use. The credential itself never comes back. */
export function SavedCredential({ saved }: { readonly saved: CredentialInfo }): ReactNode {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      <h3 className={styles.title}>{t('credential.saved')}</h3>
      {saved.type === 'secret' ? (
        <p className={styles.line}>{t('credential.saved.secret', { date: dateOnly(saved.savedOn) })}</p>
      ) : (
        <CertificateLines saved={saved} />
      )}
    </section>
  );
}

function CertificateLines({
  saved,
}: {
  readonly saved: Extract<CredentialInfo, { type: 'certificate' }>;
}): ReactNode {
  const styles = useStyles();
  const state = useClock((now) => certificateValidity(saved, now).state);
  const words = useClock((now) => certificateValidity(saved, now).words);
  const Icon = icons[state];
  return (
    <dl className={styles.list}>
      <div>
        <dt className={styles.name}>{t('credential.subject')}</dt>
        <dd className={styles.value}>{saved.subject === '' ? t('credential.no-subject') : saved.subject}</dd>
      </div>
      <div>
        <dt className={styles.name}>{t('credential.thumbprint')}</dt>
        <dd className={mergeClasses(styles.value, styles.hex)}>{saved.thumbprint}</dd>
      </div>
      <div>
        <dt className={styles.name}>{t('credential.validity')}</dt>
        <dd
          className={mergeClasses(
            styles.value,
            styles.validity,
            state === 'over' && styles.over,
            (state === 'soon' || state === 'early') && styles.soon,
          )}
        >
          <Icon className={styles.icon} aria-hidden />
          <span>{words}</span>
        </dd>
      </div>
    </dl>
  );
}
