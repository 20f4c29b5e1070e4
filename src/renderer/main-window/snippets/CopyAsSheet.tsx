import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CopyFormat } from '../../../shared/copy-format';
import { t } from '../../../shared/messages';
import { offeredGroups } from '../../../shared/offered-formats';
import type { PresetView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useFormatOffer } from '../../use-format-offer';
import { copyAs } from '../presets/preset-commands';
import { command } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { findFormats } from './find-formats';
import { FormatList, optionId } from './FormatList';
import { previewText, type PreviewSource } from './preview-text';
import { SnippetPreview } from './SnippetPreview';
import { useShownPreset } from '../use-shown-preset';

const useStyles = makeStyles({
  request: { marginTop: '8px' },
  search: { width: '100%', margin: '8px 0' },
  note: {
    margin: '8px 0 0',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  templates: { marginLeft: 'auto' },
});

const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const hour = 3_600_000;

interface CopyAsSheetProps {
  readonly presetId: string;
  readonly onClose: () => void;
}

/** Everything a preset can be copied as, with what would be copied. */
export function CopyAsSheet({ presetId, onClose }: CopyAsSheetProps): ReactNode {
  const preset = useSnapshot(({ presets }) => presets.find(({ id }) => id === presetId));
  // It may be deleted meanwhile, by another surface.
  useEffect(() => {
    if (preset === undefined) onClose();
  }, [preset, onClose]);
  return preset === undefined ? null : <CopyAs preset={preset} onClose={onClose} />;
}

interface CopyAsProps {
  readonly preset: PresetView;
  readonly onClose: () => void;
}

function CopyAs({ preset, onClose }: CopyAsProps): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const listId = useId();
  const offer = useFormatOffer();
  const details = useShownPreset(preset.id);
  const ownTemplates = useSnapshot((snapshot) => snapshot.ownTemplates) ?? [];
  const mayHaveTemplates = useSnapshot(({ forbidden }) => !forbidden.includes('ownTemplates'));
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState<CopyFormat | undefined>(preset.lastFormat);
  const [requestIndex, setRequestIndex] = useState(0);
  const [openedOn] = useState(() => Date.now());

  const groups = findFormats(offeredGroups(offer, preset), offer.templates, query);
  const found = groups.flatMap(({ formats }) => formats.map(({ format }) => format));
  const chosen = wanted !== undefined && found.includes(wanted) ? wanted : found[0];
  const requests = details?.requests ?? [];
  const { identity, token } = preset;
  const subscriptionId = details?.subscriptionId;
  const source: PreviewSource = {
    presetName: preset.name,
    scopes: preset.scopes,
    delivery: preset.delivery,
    request: requests[requestIndex],
    token: {
      expiresOn: token?.expiresOn ?? openedOn + hour,
      tenantId: identity.tenantId ?? '',
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
      ...(identity.username === undefined ? {} : { username: identity.username }),
    },
    shell: offer.shell,
    now: openedOn,
  };
  const preview = chosen && details && previewText(chosen, source, ownTemplates);
  const request = requestIndex === 0 ? undefined : requestIndex;

  const copy = (format: CopyFormat | undefined): void => {
    if (format === undefined) return;
    copyAs(preset.id, format, request);
    onClose();
  };
  const move = (by: number): void => {
    const index = chosen === undefined ? -1 : found.indexOf(chosen);
    setWanted(found[Math.min(found.length - 1, Math.max(0, index + by))]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const act = keys[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(6),
    PageUp: () => move(-6),
    Enter: () => copy(chosen),
  };

  return (
    <Sheet
      title={t('copy-as.title', { name: preset.name })}
      onClose={onClose}
      closeLabel={t('copy-as.close')}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={preview === undefined} onClick={() => copy(chosen)}>
            {t('copy-as.copy')}
          </Button>
          {chosen === 'postman-environment' && (
            <Button
              onClick={() =>
                command('saveSnippet', {
                  presetId: preset.id,
                  format: chosen,
                  ...(request === undefined ? {} : { request }),
                })
              }
            >
              {t('save-snippet.save')}
            </Button>
          )}
          {mayHaveTemplates && (
            <Button
              className={styles.templates}
              appearance="subtle"
              onClick={() => {
                onClose();
                command('showPage', { page: 'templates' });
              }}
            >
              {t('copy-as.templates')}
            </Button>
          )}
        </>
      }
    >
      {requests.length > 1 && (
        <Field className={styles.request} label={t('copy-as.request')}>
          <Select
            value={String(requestIndex)}
            onChange={(_event, { value }) => setRequestIndex(Number(value))}
          >
            {requests.map(({ name, method, url }, index) => (
              <option key={index} value={String(index)}>
                {name ?? t('copy-as.request.unnamed', { method, url })}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Input
        {...focusFirst}
        className={styles.search}
        contentBefore={<SearchRegular />}
        value={query}
        placeholder={t('copy-as.search')}
        spellCheck={false}
        autoComplete="off"
        input={{
          role: 'combobox',
          'aria-label': t('copy-as.search'),
          'aria-expanded': found.length > 0,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          ...(chosen === undefined ? {} : { 'aria-activedescendant': optionId(listId, chosen) }),
        }}
        onChange={(_event, { value }) => setQuery(value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className="spoken">
        {query.trim() === '' ? '' : t('copy-as.count', { count: found.length })}
      </span>
      <FormatList
        id={listId}
        groups={groups}
        chosen={chosen}
        query={query.trim()}
        onChoose={setWanted}
        onCopy={copy}
      />
      {preview !== undefined && <SnippetPreview label={t('copy-as.preview')} text={preview} />}
      {chosen !== undefined && details !== undefined && preview === undefined && (
        <p className={text.quiet} role="status">
          {t('copy-as.preview.cannot')}
        </p>
      )}
      {chosen === 'postman-environment' && (
        <p className={styles.note}>
          {token === undefined
            ? t('save-snippet.note.no-token')
            : t('save-snippet.note', { time: timeOfDay.format(token.expiresOn) })}
        </p>
      )}
    </Sheet>
  );
}
