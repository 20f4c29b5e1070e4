import { makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import type { InspectedView } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { CopiedButton } from '../CopiedButton';
import { innerFocusRing } from '../focus-ring';
import { runCommand } from '../run-command';

const useStyles = makeStyles({
  part: { marginBottom: '16px' },
  head: { display: 'flex', alignItems: 'center', gap: '8px', padding: '0 0 4px 4px' },
  heading: {
    flex: '1 1 0',
    margin: 0,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    color: tokens.colorNeutralForeground3,
  },
  json: {
    margin: 0,
    padding: '12px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    ':focus-visible': innerFocusRing,
  },
});

/** Header and payload as they are written, with only their blanks changed. */
export function RawPanel({ inspected: { token } }: { readonly inspected: InspectedView }): ReactNode {
  if (token.kind !== 'signed' && token.kind !== 'encrypted') return null;
  return (
    <>
      <RawPart part="header" json={token.header.json} />
      {token.kind === 'signed' && <RawPart part="payload" json={token.payload.json} />}
    </>
  );
}

function RawPart({ part, json }: { readonly part: 'header' | 'payload'; readonly json: string }): ReactNode {
  const styles = useStyles();
  const headingId = useId();
  return (
    <section className={styles.part} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId} className={styles.heading}>
          {t(`inspector.part.${part}`)}
        </h2>
        <CopiedButton
          appearance="subtle"
          size="small"
          icon={<CopyRegular />}
          label={t(`inspector.copy-${part}`)}
          copiedLabel={t('inspector.copied')}
          onCopy={() => runCommand('copyTokenPart', { slot: 'first', part })}
        />
      </div>
      <pre className={styles.json} tabIndex={0}>
        {json}
      </pre>
    </section>
  );
}
