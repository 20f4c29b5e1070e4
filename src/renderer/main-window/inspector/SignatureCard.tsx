import { Button, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ShieldCheckmarkRegular,
  ShieldDismissRegular,
  ShieldQuestionRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { InspectionSlot, VerificationView } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { SettingGroup } from '../settings/SettingGroup';
import { command } from '../run-command';
import { useLate } from '../../time/use-late';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '12px', padding: '12px 12px 12px 16px' },
  icon: { flex: '0 0 auto', fontSize: '20px', color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  words: { flex: '1 1 0', minWidth: 0, lineHeight: '20px', overflowWrap: 'anywhere' },
  key: { display: 'block', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  button: { flex: '0 0 auto', minWidth: 'auto' },
});

const icons: Readonly<Record<VerificationView['state'], FluentIcon>> = {
  checking: ShieldQuestionRegular,
  unknown: ShieldQuestionRegular,
  good: ShieldCheckmarkRegular,
  'not-good': ShieldDismissRegular,
};

interface SignatureCardProps {
  readonly slot: InspectionSlot;
  readonly verification: VerificationView | undefined;
}

/** Whether the token is who it says it is: not checked until somebody asks for it. */
export function SignatureCard({ slot, verification }: SignatureCardProps): ReactNode {
  const styles = useStyles();
  const isChecking = verification?.state === 'checking';
  const isLate = useLate(isChecking);
  const Icon = icons[verification?.state ?? 'unknown'];
  const isFinal = verification?.state === 'good' || verification?.state === 'not-good';
  return (
    <SettingGroup heading={t('inspector.signature')}>
      <div className={styles.row}>
        {isLate ? (
          <Spinner size="tiny" aria-hidden />
        ) : (
          <Icon
            className={mergeClasses(
              styles.icon,
              verification?.state === 'good' && styles.good,
              verification?.state === 'not-good' && styles.bad,
            )}
            aria-hidden
          />
        )}
        <span className={styles.words} role="status">
          {verificationWords(verification)}
          {verification?.state === 'good' && verification.keyId !== '' && (
            <span className={styles.key}>{t('inspector.good.key', { key: verification.keyId })}</span>
          )}
        </span>
        {!isFinal && (
          <Button
            className={styles.button}
            disabledFocusable={isChecking}
            onClick={() => command('verifyInspected', { slot })}
          >
            {t(verification?.state === 'unknown' ? 'inspector.verify.again' : 'inspector.verify')}
          </Button>
        )}
      </div>
    </SettingGroup>
  );
}

function verificationWords(verification: VerificationView | undefined): string {
  switch (verification?.state) {
    case undefined:
      return t('inspector.unchecked');
    case 'checking':
      return t('inspector.checking');
    case 'good':
      return t('inspector.good', { by: verification.by });
    case 'not-good':
      return t(`inspector.not-good.${verification.reason}`);
    case 'unknown':
      return t(`inspector.cannot.${verification.reason}`);
  }
}
