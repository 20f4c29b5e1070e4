import fuzzysort from 'fuzzysort';
import { useState, type ReactNode } from 'react';
import type { CopyFormat } from '../../shared/copy-format';
import { t } from '../../shared/messages';
import { formatWords } from '../../shared/messages/format-words';
import {
  offeredFormats,
  quickFormats,
  type FormatFacts,
  type FormatOffer,
} from '../../shared/offered-formats';
import { useFormatOffer } from '../use-format-offer';
import { FormatIcon } from './FormatIcon';
import { KeyLine } from './KeyLine';
import type { PaletteKey } from './palette-keys';
import { Picker, type PickerRow } from './Picker';
import { BackIcon } from './SearchIcon';

interface FormatPickerProps {
  readonly presetName: string;
  readonly facts: FormatFacts;
  readonly onCopy: (format: CopyFormat) => void;
  readonly onBack: () => void;
}

interface Named {
  readonly format: CopyFormat;
  readonly name: string;
}

/** The short list, and all of them for whoever searches. */
function findFormats(query: string, offer: FormatOffer, facts: FormatFacts): readonly Named[] {
  const named = (format: CopyFormat): Named => ({ format, name: formatWords(format, offer.templates) });
  if (query.trim() === '') return quickFormats(offer, facts).map(named);
  const all = offeredFormats(offer, facts).map(named);
  return fuzzysort.go(query, all, { key: 'name', limit: 0 }).map(({ obj }) => obj);
}

const formatRow = ({ format, name }: Named): PickerRow => ({
  id: format,
  labelledBy: `name-${format}`,
  content: (
    <>
      <span className="icon-tile" aria-hidden>
        <FormatIcon format={format} />
      </span>
      <span id={`name-${format}`} className="name">
        {name}
      </span>
    </>
  ),
});

/** What else can be copied of a preset. */
export function FormatPicker({ presetName, facts, onCopy, onBack }: FormatPickerProps): ReactNode {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = findFormats(query, useFormatOffer(), facts);
  const onKey = (key: PaletteKey, index: number): void => {
    const wanted = found[index]?.format;
    if (key === 'close' || key === 'back') onBack();
    else if ((key === 'copy' || typeof key === 'number') && wanted !== undefined) onCopy(wanted);
  };
  return (
    <Picker
      lead={
        <button
          type="button"
          tabIndex={-1}
          className="back"
          onClick={onBack}
          aria-label={t('palette.back.spoken', { name: presetName })}
        >
          <BackIcon />
          <span className="back-name" title={presetName}>
            {presetName}
          </span>
        </button>
      }
      label={t('palette.copy-as.spoken', { name: presetName })}
      placeholder={t('palette.copy-as')}
      query={query}
      listLabel={t('palette.copy-as.spoken', { name: presetName })}
      rows={found.map(formatRow)}
      chosen={chosen}
      nothing={
        <div className="nothing">
          <p className="nothing-title">{t('palette.copy-as.none', { query })}</p>
        </div>
      }
      found=""
      foot={
        <KeyLine
          entries={[
            { keys: t('palette.key.enter'), label: t('palette.key.copy'), run: () => onKey('copy', chosen) },
            { keys: t('palette.key.escape'), label: t('palette.key.back'), run: onBack },
          ]}
        />
      }
      onQuery={(typed) => {
        setQuery(typed);
        setChosen(0);
      }}
      onChoose={setChosen}
      onKey={onKey}
    />
  );
}
