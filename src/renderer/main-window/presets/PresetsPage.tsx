import { PortalMountNodeProvider, makeStyles } from '@fluentui/react-components';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { ClaimsSheet } from '../claims/ClaimsSheet';
import { IdentitySheet } from '../identity/IdentitySheet';
import { Header } from '../header/Header';
import { OfflineBanner } from '../notices/OfflineBanner';
import { CopyAsSheet } from '../snippets/CopyAsSheet';
import { SearchBox } from '../search/SearchBox';
import { useTypeToSearch } from '../search/use-type-to-search';
import { useAwaitedOutsideOf, useAwaitedRow } from './awaited-row';
import { EmptyList } from './EmptyList';
import { filterPresets } from './filter-presets';
import { NoHits } from './NoHits';
import { usePageActions, type PresetsSheet } from './page-actions';
import { copyInDefaultFormat } from './preset-commands';
import { PresetList, type PresetListHandle } from './PresetList';
import { SignedOutBanner } from './SignedOutBanner';

const useStyles = makeStyles({
  page: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
  main: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
});

interface PresetsPageProps {
  readonly notices: ReactNode;
  readonly sheet: PresetsSheet | undefined;
  readonly onSheetClosed: () => void;
}

/** The list of presets, with search and header: where a signed-in person is. */
export function PresetsPage({ notices, sheet, onSheetClosed }: PresetsPageProps): ReactNode {
  const styles = useStyles();
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const signedIn = useSnapshot((snapshot) => snapshot.account !== undefined);
  const mayAdd = useSnapshot(({ forbidden }) => !forbidden.includes('ownPresets'));
  const [query, setQuery] = useState('');
  // Menus are drawn in here, so that readers find them in a landmark.
  const [main, setMain] = useState<HTMLElement | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<PresetListHandle>(null);
  const actions = usePageActions();
  useTypeToSearch(search, () => actions.openCatalogue(''));
  const hits = useMemo(() => filterPresets(presets, query), [presets, query]);
  const searching = query.trim() !== '';
  useAwaitedRow(hits, list);
  // The search may not have it among its hits.
  useAwaitedOutsideOf(hits, presets, () => setQuery(''));
  const copyFirstHit = (): void => {
    const [first] = hits;
    if (first !== undefined) copyInDefaultFormat(first);
    else actions.openCatalogue(query.trim());
  };
  return (
    <PortalMountNodeProvider value={main ?? undefined}>
      <div className={styles.page}>
        <Header />
        <main ref={setMain} className={styles.main}>
          <h1 className="spoken">{t('list.title')}</h1>
          <SearchBox
            inputRef={search}
            query={query}
            hits={hits.length}
            onChange={setQuery}
            onArrowDown={() => list.current?.focusFirst()}
            onEnter={searching ? copyFirstHit : () => list.current?.focusFirst()}
            onPasteRequest={mayAdd ? actions.openCatalogue : undefined}
          />
          <OfflineBanner />
          {notices}
          {!signedIn && <SignedOutBanner />}
          {presets.length === 0 ? (
            <EmptyList />
          ) : hits.length === 0 ? (
            <NoHits query={query.trim()} />
          ) : (
            <PresetList
              handle={list}
              presets={hits}
              query={query}
              onLeaveUpwards={() => search.current?.focus()}
            />
          )}
        </main>
        {sheet?.kind === 'claims' && (
          <ClaimsSheet key={sheet.presetId} presetId={sheet.presetId} onClose={onSheetClosed} />
        )}
        {sheet?.kind === 'formats' && (
          <CopyAsSheet key={sheet.presetId} presetId={sheet.presetId} onClose={onSheetClosed} />
        )}
        {sheet?.kind === 'who' && (
          <IdentitySheet key={sheet.presetId} presetId={sheet.presetId} onClose={onSheetClosed} />
        )}
      </div>
    </PortalMountNodeProvider>
  );
}
