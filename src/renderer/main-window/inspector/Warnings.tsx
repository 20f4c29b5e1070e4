import { makeStyles, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { TokenWarning } from '../../../shared/inspector/inspection';
import type { TokenFacts } from '../../../shared/inspector/token-facts';
import { t } from '../../../shared/messages';
import { coarseWords } from '../../../shared/messages/time-words';
import { useClock } from '../../time/use-clock';

const useStyles = makeStyles({
  list: {
    margin: '0 0 12px',
    padding: '10px 12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    listStyleType: 'none',
    borderRadius: '10px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  item: { display: 'flex', gap: '8px', lineHeight: '20px', overflowWrap: 'anywhere' },
  icon: {
    flex: '0 0 auto',
    marginTop: '2px',
    fontSize: '16px',
    color: tokens.colorStatusWarningForeground3,
  },
});

/** An issuer's clock and this one may differ by this, in ms. */
const harmlessSkew = 60_000;

interface WarningsProps {
  readonly warnings: readonly TokenWarning[];
  readonly facts: TokenFacts;
}

/** What somebody who looks at the token should know. */
export function Warnings({ warnings, facts }: WarningsProps): ReactNode {
  const styles = useStyles();
  const { issuedOn } = facts;
  const ahead = useClock((now) =>
    issuedOn !== undefined && issuedOn - now > harmlessSkew ? coarseWords(issuedOn - now) : undefined,
  );
  const texts = [
    ...(facts.use === 'id' ? [t('inspector.warning.id-token')] : []),
    ...warnings.map(warningWords),
    ...(ahead === undefined ? [] : [t('inspector.warning.clock', { span: ahead })]),
  ];
  if (texts.length === 0) return null;
  return (
    <ul className={styles.list}>
      {texts.map((text) => (
        <li key={text} className={styles.item}>
          <WarningRegular className={styles.icon} aria-hidden />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function warningWords(warning: TokenWarning): string {
  switch (warning.kind) {
    case 'repeated-names':
    case 'big-numbers':
    case 'distributed-claims':
      return t(`inspector.warning.${warning.kind}`, { names: warning.names });
    case 'unsigned':
    case 'holds-tokens':
    case 'times-crossed':
      return t(`inspector.warning.${warning.kind}`);
  }
}
