import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentKeyRegular, ErrorCircleRegular, LockClosedKeyRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { InspectedView } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { ClaimList } from './ClaimList';
import { malformedWords, originWords } from './inspector-words';
import { RevealCard } from './RevealCard';
import { SignatureCard } from './SignatureCard';
import { SummaryCard } from './SummaryCard';
import { Warnings } from './Warnings';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    gap: '12px',
    margin: '4px 0 20px',
    padding: '16px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { flex: '0 0 auto', fontSize: '24px', color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: '16px', lineHeight: '24px', fontWeight: 600 },
  text: { margin: '4px 0 0', lineHeight: '20px' },
  origin: { margin: '4px 0 0', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

/** What a token says, as far as it can be read. */
export function TokenPanel({ inspected }: { readonly inspected: InspectedView }): ReactNode {
  const { token } = inspected;
  switch (token.kind) {
    case 'signed':
      return (
        <>
          <SummaryCard inspected={inspected} facts={token.facts} />
          <Warnings warnings={token.warnings} facts={token.facts} />
          <SignatureCard slot="first" verification={inspected.verification} />
          <RevealCard slot="first" />
          <ClaimList
            slot="first"
            part="payload"
            heading={t('inspector.claims')}
            claims={token.payload.claims}
          />
          <ClaimList
            slot="first"
            part="header"
            heading={t('inspector.header-claims')}
            claims={token.header.claims}
          />
        </>
      );
    case 'encrypted':
      return (
        <>
          <Unreadable
            inspected={inspected}
            icon={<LockClosedKeyRegular />}
            title={t('inspector.encrypted.title')}
            text={t('inspector.encrypted.text')}
          />
          <RevealCard slot="first" />
          <ClaimList
            slot="first"
            part="header"
            heading={t('inspector.header-claims')}
            claims={token.header.claims}
          />
        </>
      );
    case 'opaque':
      return (
        <Unreadable
          inspected={inspected}
          icon={<DocumentKeyRegular />}
          title={t('inspector.opaque.title')}
          text={t(`inspector.opaque.${token.hint}`)}
          more={t('inspector.opaque.length', { count: token.length })}
        />
      );
    case 'malformed':
      return (
        <Unreadable
          inspected={inspected}
          icon={<ErrorCircleRegular />}
          title={t('inspector.malformed.title')}
          text={malformedWords(token.problem)}
        />
      );
  }
}

interface UnreadableProps {
  readonly inspected: InspectedView;
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly more?: string;
}

function Unreadable({ inspected, icon, title, text, more }: UnreadableProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.card} role="status">
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <div className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
        <p className={styles.origin}>
          {[originWords(inspected.origin), more].filter((words) => words !== undefined).join(' · ')}
        </p>
      </div>
    </div>
  );
}
