import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ClaimView, InspectionSlot } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { claimWords } from '../../../shared/messages/claim-words';
import { exactTime } from '../../time/exact-time';
import { CopyIconButton } from '../CopyIconButton';
import { runCommand } from '../run-command';
import { useCopied } from '../use-copied';
import { Marked } from './Marked';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', padding: '8px 8px 8px 16px', listStyleType: 'none' },
  words: { flex: '1 1 0', minWidth: 0, fontSize: '12px', lineHeight: '16px', overflowWrap: 'anywhere' },
  name: { fontFamily: tokens.fontFamilyMonospace, fontWeight: 600, userSelect: 'text' },
  repeated: { marginLeft: '8px', color: tokens.colorStatusWarningForeground3 },
  value: {
    marginTop: '4px',
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'pre-wrap',
    userSelect: 'text',
  },
  // A claim may be as long as it likes; all of it is under Raw.
  cut: { maxHeight: '96px', overflowY: 'auto', scrollbarWidth: 'thin' },
  quiet: { marginTop: '4px', color: tokens.colorNeutralForeground3 },
});

/** From here on a value gets a box of its own that scrolls. */
const longValue = 400;

interface ClaimRowProps {
  readonly slot: InspectionSlot;
  readonly part: 'header' | 'payload';
  readonly index: number;
  readonly claim: ClaimView;
  readonly query: string;
}

export function ClaimRow({ slot, part, index, claim, query }: ClaimRowProps): ReactNode {
  const styles = useStyles();
  const { isCopied, copy } = useCopied(() => runCommand('copyClaim', { slot, part, index }));
  const { name, text, items, time, isRepeated } = claim;
  const shown = items === undefined ? text : items.join('\n');
  const meaning = claimWords(name);
  const label = isCopied ? t('inspector.copied-claim') : t('inspector.copy-claim', { name });
  const isLong = shown.length > longValue;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <span className={styles.name}>
          <Marked text={name} query={query} />
        </span>
        {isRepeated && <span className={styles.repeated}>{t('inspector.repeated')}</span>}
        <div
          className={mergeClasses(styles.value, isLong && styles.cut)}
          dir="auto"
          {...(isLong ? { tabIndex: 0, role: 'group', 'aria-label': name } : {})}
        >
          <Marked text={shown} query={query} />
        </div>
        {time !== undefined && <div className={styles.quiet}>{exactTime(time)}</div>}
        {meaning !== undefined && <div className={styles.quiet}>{meaning}</div>}
      </div>
      <CopyIconButton isCopied={isCopied} label={label} onClick={copy} />
    </li>
  );
}
