import { Button, makeStyles } from '@fluentui/react-components';
import { EditRegular, GlobeRegular, SearchRegular } from '@fluentui/react-icons';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { findRows, type OfferedRow } from '../../../shared/catalogue/offered-rows';
import { recognise } from '../../../shared/catalogue/recognise';
import { t } from '../../../shared/messages';
import { PageFrame } from '../pages/PageFrame';
import { EmptyState } from '../presets/EmptyState';
import { usePageActions } from '../presets/page-actions';
import { useTypeToSearch } from '../search/use-type-to-search';
import { takeCatalogueStart } from './catalogue-start';
import { CatalogueField } from './CatalogueField';
import { CatalogueList, type CatalogueListHandle } from './CatalogueList';
import { presetName } from './pasted-choice';
import { PastedCards } from './PastedCards';
import { useAddRow } from './use-add-row';
import { useCatalogueCloud } from './use-catalogue-cloud';
import { useOnceShown } from './use-once-shown';

const useStyles = makeStyles({
  own: { flex: '0 0 auto' },
  pasted: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', scrollbarWidth: 'thin' },
});

/** Every API that presets can be made from, to be searched, and recognised in what somebody pastes. */
export function CataloguePage({ notices }: { readonly notices: ReactNode }): ReactNode {
  const styles = useStyles();
  const { addPreset } = usePageActions();
  const [text, setText] = useState(takeCatalogueStart);
  const typed = useDeferredValue(text);
  const cloud = useCatalogueCloud();
  const { cloudId, rows, isAdded } = cloud;
  const adding = useAddRow(cloudId);
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<CatalogueListHandle>(null);
  const cards = useRef<HTMLElement>(null);
  const recognised = useMemo(() => recognise(typed, cloudId), [typed, cloudId]);
  const isSearch = recognised.kind === 'nothing';
  const query = typed.trim();
  const hits = useMemo(() => (isSearch ? findRows(rows, query) : []), [isSearch, rows, query]);
  // After the page's title, which has the focus first so that readers say it.
  useEffect(() => field.current?.focus(), []);
  useTypeToSearch(field, () => addPreset(''));

  const addRow = (offered: OfferedRow, resource: string, instance: string | undefined): void =>
    adding.add({ row: offered.row, name: presetName(offered.row.name, instance), resource });
  const onEnter = (): void => {
    if (!isSearch) cards.current?.querySelector<HTMLElement>('[data-paste-action]')?.click();
    else if (query !== '' && hits.length === 0) addPreset(query);
    else list.current?.focusFirst();
  };
  const onArrowDown = (): void => {
    if (isSearch) list.current?.focusFirst();
    else cards.current?.querySelector<HTMLElement>('[data-paste-action]')?.focus();
  };
  const onKey = useOnceShown(typed === text, (key: 'enter' | 'arrow-down') =>
    key === 'enter' ? onEnter() : onArrowDown(),
  );
  return (
    <PageFrame
      title={t('catalogue.title')}
      actions={
        <Button
          className={styles.own}
          appearance="subtle"
          icon={<EditRegular />}
          onClick={() => addPreset('')}
        >
          {t('catalogue.own')}
        </Button>
      }
    >
      <CatalogueField
        fieldRef={field}
        text={text}
        status={isSearch && query !== '' ? t('catalogue.count', { count: hits.length }) : ''}
        onChange={setText}
        onArrowDown={() => onKey('arrow-down')}
        onEnter={() => onKey('enter')}
      />
      {notices}
      {!isSearch ? (
        <section ref={cards} className={styles.pasted} aria-label={t('paste.label')} aria-live="polite">
          <PastedCards recognised={recognised} cloud={cloud} adding={adding} />
        </section>
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<GlobeRegular />}
          title={t('catalogue.empty.title')}
          text={t('catalogue.empty.text')}
        />
      ) : hits.length === 0 ? (
        <EmptyState
          icon={<SearchRegular />}
          title={t('catalogue.none.title', { query: query.length > 60 ? `${query.slice(0, 60)}…` : query })}
          text={t('catalogue.none.text')}
          action={
            <Button appearance="primary" onClick={() => addPreset(query.slice(0, 80))}>
              {t('catalogue.none.add')}
            </Button>
          }
        />
      ) : (
        <CatalogueList
          handle={list}
          rows={hits}
          cloudId={cloudId}
          isAdded={isAdded}
          onAdd={addRow}
          onLeaveUpwards={() => field.current?.focus()}
        />
      )}
    </PageFrame>
  );
}
