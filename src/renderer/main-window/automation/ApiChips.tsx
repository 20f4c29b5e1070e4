import { Input, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, SearchRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { PresetIcon } from '../presets/PresetIcon';
import { findApis, apiOf, hasResource, typedResources, type KnownApi } from './api-names';
import type { Apis } from './use-apis';

const useStyles = makeStyles({
  search: { width: '100%' },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    maxHeight: '128px',
    marginTop: '8px',
    // Room for the rings of those at the edge.
    padding: '2px',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
  },
  chip: { minWidth: 0, maxWidth: '100%', fontWeight: 400 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  none: { fontSize: '12px', lineHeight: '24px', color: tokens.colorNeutralForeground3 },
});

/** How many hits of a search are shown. */
const mostHits = 24;

interface ApiChipsProps {
  readonly apis: Apis;
  /** The addresses that are chosen, as text. */
  readonly resources: string;
  readonly onToggle: (resource: string) => void;
}

/** APIs to choose with one click: those of the presets at once, the catalogue's by a search. */
export function ApiChips({ apis, resources, onToggle }: ApiChipsProps): ReactNode {
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const isSearching = query.trim() !== '';
  const shown = isSearching ? findApis(apis.all, query.trim()).slice(0, mostHits) : usual(apis, resources);
  return (
    <div role="group" aria-label={t('consumer-form.apis')}>
      <Input
        className={styles.search}
        contentBefore={<SearchRegular />}
        aria-label={t('consumer-form.apis.search')}
        placeholder={t('consumer-form.apis.search')}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(_event, { value }) => setQuery(value)}
        onKeyDown={(event) => {
          const [first] = shown;
          if (event.key === 'Enter') {
            // It would send the form.
            event.preventDefault();
            if (!isSearching || first === undefined) return;
            onToggle(first.resource);
            // What was chosen is among the others then, and the next one can be typed.
            setQuery('');
          } else if (event.key === 'Escape' && query !== '') {
            event.stopPropagation();
            setQuery('');
          }
        }}
      />
      <div className={styles.chips}>
        {shown.map(({ resource, name, icon }) => {
          const isChosen = hasResource(resources, resource);
          return (
            <ToggleButton
              key={resource}
              className={styles.chip}
              size="small"
              checked={isChosen}
              title={resource}
              icon={isChosen ? <CheckmarkRegular fontSize={16} /> : <PresetIcon icon={icon} />}
              onClick={() => onToggle(resource)}
            >
              <span className={styles.name}>{name}</span>
            </ToggleButton>
          );
        })}
        {shown.length === 0 && <span className={styles.none}>{t('consumer-form.apis.none')}</span>}
      </div>
      <span role="status" className="spoken">
        {isSearching ? t('consumer-form.apis.found', { count: shown.length }) : ''}
      </span>
    </div>
  );
}

/** Those of the presets in their order, then whatever else is chosen: a press moves nothing. */
function usual({ all, own }: Apis, resources: string): readonly KnownApi[] {
  const ofPresets = all.slice(0, own);
  const others = typedResources(resources).filter(
    (resource) => !ofPresets.some((api) => hasResource(resource, api.resource)),
  );
  return [...ofPresets, ...others.map((resource) => apiOf(all, resource))];
}
