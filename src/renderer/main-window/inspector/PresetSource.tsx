import { SearchBox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import type { InspectionSlot } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { presetPlace } from '../../preset-place';
import { useSnapshot } from '../../bridge/use-snapshot';
import { innerFocusRing } from '../focus-ring';
import { filterPresets } from '../presets/filter-presets';
import { SettingGroup } from '../settings/SettingGroup';
import { inspectPreset } from './inspector-commands';

const useStyles = makeStyles({
  search: { display: 'block', padding: '8px 12px' },
  input: { width: '100%', maxWidth: 'none' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  button: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '44px',
    padding: '4px 12px 4px 16px',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: '14px',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { ...innerFocusRing, borderRadius: '6px' },
  },
  words: { flex: '1 1 0', minWidth: 0 },
  line: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: '20px',
  },
  quiet: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  icon: { flex: '0 0 auto', fontSize: '16px', color: tokens.colorNeutralForeground3 },
  note: {
    margin: 0,
    padding: '8px 16px 12px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

/** With more than these one searches. */
const mostShown = 6;

/** The presets whose token can be looked into. */
export function PresetSource({ slot }: { readonly slot: InspectionSlot }): ReactNode {
  const styles = useStyles();
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const [query, setQuery] = useState('');
  if (presets.length === 0) return null;
  const hits = filterPresets(presets, query);
  const more = hits.length - mostShown;
  return (
    <SettingGroup heading={t('inspector.source.presets')}>
      {presets.length > mostShown && (
        <div className={styles.search} role="search">
          <SearchBox
            className={styles.input}
            value={query}
            placeholder={t('inspector.source.search')}
            aria-label={t('inspector.source.search')}
            spellCheck={false}
            autoComplete="off"
            dismiss={{ 'aria-label': t('inspector.search.clear') }}
            onChange={(_event, { value }) => setQuery(value)}
          />
        </div>
      )}
      <ul className={styles.list}>
        {hits.slice(0, mostShown).map((preset) => (
          <li key={preset.id}>
            <button type="button" className={styles.button} onClick={() => inspectPreset(preset.id, slot)}>
              <span className={styles.words}>
                <span className={styles.line} title={preset.name}>
                  {preset.name}
                </span>{' '}
                <span className={mergeClasses(styles.line, styles.quiet)}>{presetPlace(preset)}</span>
              </span>
              <ChevronRightRegular className={styles.icon} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {(hits.length === 0 || more > 0) && (
        <p className={styles.note} role="status">
          {hits.length === 0 ? t('inspector.source.no-hits') : t('inspector.source.more', { count: more })}
        </p>
      )}
    </SettingGroup>
  );
}
