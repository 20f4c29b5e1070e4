import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { BodyLine, Piece, PieceKind } from './body-lines';

const useStyles = makeStyles({
  key: { color: tokens.colorPaletteBlueForeground2 },
  string: { color: tokens.colorPaletteGreenForeground2 },
  number: { color: tokens.colorPalettePurpleForeground2 },
  word: { color: tokens.colorPalettePurpleForeground2, fontWeight: 600 },
  punctuation: { color: tokens.colorNeutralForeground3 },
  plain: {},
  wrong: { color: tokens.colorStatusDangerForeground1 },
  rest: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  hit: {
    borderRadius: '2px',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
  current: { outline: `2px solid ${tokens.colorStrokeFocus2}` },
});

/** A longer one is not drawn to its end; copying it takes all of it. */
const longestPiece = 1000;

interface LinePiecesProps {
  readonly text: string;
  readonly line: BodyLine;
  readonly query: string;
  /** Where the hit stands that is being looked at. */
  readonly hitAt: number | undefined;
}

/** The text of a line, in its colours. */
export const LinePieces = memo(function LinePieces({ text, line, query, hitAt }: LinePiecesProps): ReactNode {
  const styles = useStyles();
  const classOf = (kind: PieceKind): string => mergeClasses(styles[kind]);
  return line.pieces.map((piece) => {
    const end = Math.min(piece.end, piece.start + longestPiece + 1);
    const left = piece.end - end;
    const isColon = piece.kind === 'punctuation' && text.charAt(piece.start) === ':';
    return (
      <span key={piece.start} className={classOf(piece.kind)}>
        {partsOf(text, { ...piece, end }, query).map(({ start, words, isHit }) =>
          isHit ? (
            <mark key={start} className={mergeClasses(styles.hit, start === hitAt && styles.current)}>
              {words}
            </mark>
          ) : (
            words
          ),
        )}
        {isColon && ' '}
        {left > 0 && <span className={styles.rest}>{t('try-it.more-characters', { count: left })}</span>}
      </span>
    );
  });
});

interface Part {
  readonly start: number;
  readonly words: string;
  readonly isHit: boolean;
}

function partsOf(text: string, { start, end }: Piece, query: string): readonly Part[] {
  const words = text.slice(start, end);
  if (query === '') return [{ start, words, isHit: false }];
  const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), 'giu');
  const parts: Part[] = [];
  let at = 0;
  for (const { index, 0: found } of words.matchAll(pattern)) {
    if (index > at) parts.push({ start: start + at, words: words.slice(at, index), isHit: false });
    parts.push({ start: start + index, words: found, isHit: true });
    at = index + found.length;
  }
  if (at < words.length) parts.push({ start: start + at, words: words.slice(at), isHit: false });
  return parts;
}
