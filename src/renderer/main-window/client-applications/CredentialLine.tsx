import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CertificateRegular, KeyRegular, WarningFilled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { CredentialInfo } from '../../../shared/client-application';
import { t } from '../../../shared/messages';
import { dateOnly, fullDate } from '../../time/full-date';
import { useClock } from '../../time/use-clock';
import { certificateValidity } from './certificate-validity';

const useStyles = makeStyles({
  icon: { flex: '0 0 auto', fontSize: '14px' },
  warning: { color: tokens.colorStatusWarningForeground3 },
  danger: { color: tokens.colorStatusDangerForeground3 },
});

interface CredentialLineProps {
  readonly credential: CredentialInfo;
  readonly className: string;
}

/** What a service principal proves itself with, and how long that is good for, on one line. */
export function CredentialLine({ credential, className }: CredentialLineProps): ReactNode {
  const styles = useStyles();
  if (credential.type === 'certificate')
    return <CertificateLine certificate={credential} className={className} />;
  return (
    <div className={className} title={fullDate(credential.savedOn)}>
      <KeyRegular className={styles.icon} />
      {t('credential-line.secret', { date: dateOnly(credential.savedOn) })}
    </div>
  );
}

interface CertificateLineProps {
  readonly certificate: Extract<CredentialInfo, { type: 'certificate' }>;
  readonly className: string;
}

function CertificateLine({ certificate, className }: CertificateLineProps): ReactNode {
  const styles = useStyles();
  const state = useClock((now) => certificateValidity(certificate, now).state);
  const { notAfter } = certificate;
  const isOver = state === 'over';
  const Icon = state === 'good' ? CertificateRegular : WarningFilled;
  return (
    <div
      className={mergeClasses(className, state === 'soon' && styles.warning, isOver && styles.danger)}
      title={fullDate(notAfter)}
    >
      <Icon className={styles.icon} />
      {t(isOver ? 'credential-line.certificate.over' : 'credential-line.certificate', {
        date: dateOnly(notAfter),
      })}
    </div>
  );
}
