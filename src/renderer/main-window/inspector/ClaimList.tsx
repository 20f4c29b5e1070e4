import { SearchBox, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { filterClaims } from '../../../shared/inspector/filter-claims';
import type { ClaimView, InspectionSlot } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { SettingGroup } from '../settings/SettingGroup';
import { ClaimRow } from './ClaimRow';

const useStyles = makeStyles({
  search: { padding: '8px 12px' },
  input: { width: '100%', maxWidth: 'none' },
  list: {
    margin: 0,
    padding: 0,
    '& > * + *': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  note: { margin: 0, padding: '12px 16px', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
});

/** With fewer than these nobody has to search. */
const fewClaims = 8;
/** More are in no token of Entra's, and would take long to draw. */
const mostClaims = 300;

interface ClaimListProps {
  readonly slot: InspectionSlot;
  readonly part: 'header' | 'payload';
  readonly heading: string;
  readonly claims: readonly ClaimView[];
}

/** Every claim of header or payload, as it is and in words. */
export function ClaimList({ slot, part, heading, claims }: ClaimListProps): ReactNode {
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const hits = filterClaims(claims, query);
  const isSearched = query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || query === '') return;
    // Otherwise it would lead away from the page.
    event.preventDefault();
    setQuery('');
  };
  return (
    <SettingGroup heading={heading}>
      {claims.length >= fewClaims && (
        <div className={styles.search} role="search">
          <SearchBox
            className={styles.input}
            value={query}
            placeholder={t('inspector.search')}
            aria-label={t('inspector.search')}
            spellCheck={false}
            autoComplete="off"
            dismiss={{ 'aria-label': t('inspector.search.clear') }}
            onKeyDown={onKeyDown}
            onChange={(_event, { value }) => setQuery(value)}
          />
          <span role="status" className="spoken">
            {isSearched ? t('inspector.search.count', { count: hits.length }) : ''}
          </span>
        </div>
      )}
      {hits.length > 0 && (
        <ul className={styles.list}>
          {hits.slice(0, mostClaims).map(({ claim, index }) => (
            <ClaimRow key={index} slot={slot} part={part} index={index} claim={claim} query={query} />
          ))}
        </ul>
      )}
      {hits.length === 0 && (
        <p className={styles.note}>{t(isSearched ? 'inspector.search.none' : 'inspector.empty-claims')}</p>
      )}
      {hits.length > mostClaims && (
        <p className={styles.note}>{t('inspector.more-claims', { count: hits.length - mostClaims })}</p>
      )}
    </SettingGroup>
  );
}
