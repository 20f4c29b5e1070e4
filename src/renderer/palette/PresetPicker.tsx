import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { CopyFormat } from '../../shared/copy-format';
import { copyKeys } from '../../shared/copy-keys';
import { t } from '../../shared/messages';
import { formatWords } from '../../shared/messages/format-words';
import type { FormatFacts } from '../../shared/offered-formats';
import type { PresetView } from '../../shared/snapshot';
import { useSnapshot } from '../bridge/use-snapshot';
import { useFormatOffer } from '../use-format-offer';
import { closePalette, copyAndClose } from './copy-and-close';
import { prepareSearch, presetFinder, type Hit } from './find-presets';
import { FormatPicker } from './FormatPicker';
import { withAlt, withCommand } from './key-words';
import { KeyLine } from './KeyLine';
import type { PaletteKey } from './palette-keys';
import { Picker, type PickerRow } from './Picker';
import { presetRow } from './PresetRow';
import { SearchIcon } from './SearchIcon';

/** Where no row is chosen. */
const usualFacts: FormatFacts = { delivery: 'bearer', hasRequests: true };

/** The name, too: it may be all that is left to say of a preset. */
type Choice = Pick<PresetView, 'id' | 'name'>;

export function PresetPicker(): ReactNode {
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const account = useSnapshot((snapshot) => snapshot.account);
  const offer = useFormatOffer();
  const defaultFormat = useSnapshot((snapshot) => snapshot.settings.values.defaultFormat);
  const lastUsedId = useSnapshot((snapshot) => snapshot.lastCopy?.presetId);
  const [query, setQuery] = useState('');
  const [findPresets] = useState(presetFinder);
  const hits = findPresets(presets, account, query);
  useEffect(() => {
    const idle = requestIdleCallback(() => prepareSearch(presets, account));
    return () => cancelIdleCallback(idle);
  }, [presets, account]);
  const firstOf = (found: readonly Hit[]): Choice | undefined => found[0]?.preset;
  const [choice, setChoice] = useState(
    () => hits.map(({ preset }): Choice => preset).find(({ id }) => id === lastUsedId) ?? firstOf(hits),
  );
  const [listsFormats, setListsFormats] = useState(false);
  const [problem, setProblem] = useState('');
  const copying = useRef(false);

  const isThere = choice !== undefined && presets.some(({ id }) => id === choice.id);
  // It was chosen and then deleted. What takes its place is not chosen, or Enter would copy what nobody has read.
  const gone = choice === undefined || isThere ? '' : t('palette.gone', { name: choice.name });
  const chosen = hits.findIndex(({ preset }) => preset.id === choice?.id);

  const choose = (next: Choice | undefined): void => {
    setChoice(next);
    setProblem('');
  };
  const onQuery = (typed: string): void => {
    setQuery(typed);
    choose(firstOf(findPresets(presets, account, typed)));
  };
  const copy = async (wanted: Choice, format: CopyFormat | 'default'): Promise<void> => {
    if (copying.current) return;
    copying.current = true;
    const outcome = await copyAndClose(wanted.id, format);
    copying.current = false;
    if (outcome === 'closed') return;
    setListsFormats(false);
    setProblem(outcome === 'refused' ? t('palette.gone', { name: wanted.name }) : t('palette.failed'));
  };
  const onKey = (key: PaletteKey, index: number): void => {
    if (key === 'close') return closePalette();
    const wanted = hits[index]?.preset;
    if (wanted === undefined) return;
    if (key === 'copy' || typeof key === 'number') void copy(wanted, 'default');
    else if (key === 'copy-other') {
      const { command } = copyKeys(defaultFormat, offer, wanted);
      if (command !== undefined) void copy(wanted, command);
    } else if (key === 'formats') {
      choose(wanted);
      setListsFormats(true);
    }
  };

  if (listsFormats && isThere) {
    return (
      <FormatPicker
        presetName={choice.name}
        facts={presets.find(({ id }) => id === choice.id) ?? { delivery: 'bearer', hasRequests: false }}
        onCopy={(format) => void copy(choice, format)}
        onBack={() => setListsFormats(false)}
      />
    );
  }
  const enter = t('palette.key.enter');
  const shown = hits[chosen]?.preset;
  const keys = copyKeys(defaultFormat, offer, shown ?? usualFacts);
  const { command: other } = keys;
  return (
    <Picker
      lead={<SearchIcon />}
      label={t('palette.search')}
      placeholder={t('palette.search')}
      query={query}
      listLabel={t('palette.presets')}
      rows={hits.map((hit): PickerRow => presetRow(hit))}
      chosen={chosen}
      nothing={
        <div className="nothing">
          <p className="nothing-title">{t('search.none.title', { query })}</p>
          <p className="nothing-text">{t('palette.none.text')}</p>
        </div>
      }
      found={query.trim() === '' ? '' : t('search.count', { count: hits.length })}
      foot={
        <KeyLine
          about={
            account === undefined
              ? t('header.signed-out')
              : t('tray.account', { name: account.name, tenant: account.tenantName })
          }
          message={gone || problem}
          entries={[
            {
              keys: enter,
              label: formatWords(keys.plain, offer.templates),
              run: () => onKey('copy', chosen),
            },
            ...(other === undefined
              ? []
              : [
                  {
                    keys: withCommand(enter),
                    label: formatWords(other, offer.templates),
                    run: () => onKey('copy-other', chosen),
                  },
                ]),
            {
              keys: withAlt(enter),
              label: t('palette.key.more'),
              run: () => onKey('formats', chosen),
            },
            {
              keys: t('palette.key.escape'),
              label: t('palette.key.close'),
              keysOnly: true,
              run: closePalette,
            },
          ]}
        />
      }
      onQuery={onQuery}
      onChoose={(index) => choose(hits[index]?.preset)}
      onKey={onKey}
    />
  );
}
