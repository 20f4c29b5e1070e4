import { Button, Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { ExportablePreset } from '../../../shared/sharing-view';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { usePending } from '../use-pending';
import { PresetLine } from './PresetLine';

const useStyles = makeStyles({
  search: { width: '100%', marginTop: '4px' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', marginTop: '8px' },
  count: { fontSize: '12px', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  list: {
    margin: '4px 0 0',
    padding: 0,
    listStyleType: 'none',
    height: '280px',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '48px',
    paddingRight: '12px',
    // Rows out of sight are neither laid out nor painted.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 48px',
  },
});

interface ExportSheetProps {
  readonly exportable: readonly ExportablePreset[];
  /** What is chosen at first. */
  readonly start: readonly string[];
  readonly onClose: () => void;
}

/** Chooses presets, and where they go. */
export function ExportSheet({ exportable, start, onClose }: ExportSheetProps): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(start));
  const [query, setQuery] = useState('');
  const exporting = usePending<'export'>();
  const wanted = query.trim().toLowerCase();
  const shown = exportable.filter(({ name, resource }) =>
    `${name} ${resource}`.toLowerCase().includes(wanted),
  );
  const ids = exportable.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
  const areAll = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
  const isSome = shown.some(({ id }) => chosen.has(id));

  const toggle = (those: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of those) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const send = (to: 'file' | 'clipboard'): void =>
    exporting.start('export', async () => {
      if (ids.length === 0) return;
      const { outcome } = await runCommand('exportPresets', { presetIds: ids, to });
      if (outcome === 'done') onClose();
    });

  return (
    <Sheet
      title={t('export.sheet.title')}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={ids.length === 0} onClick={() => send('file')}>
            {t('export.save')}
          </Button>
          <Button disabledFocusable={ids.length === 0} onClick={() => send('clipboard')}>
            {t('export.copy')}
          </Button>
          <Button onClick={onClose}>{t('export.cancel')}</Button>
        </>
      }
    >
      <p className={text.text}>{t('export.sheet.text')}</p>
      <Input
        className={styles.search}
        contentBefore={<SearchRegular />}
        aria-label={t('export.search')}
        placeholder={t('export.search')}
        value={query}
        onChange={(_event, { value }) => setQuery(value)}
      />
      <div className={styles.head}>
        <Checkbox
          label={t('export.select-all')}
          checked={areAll ? true : isSome ? 'mixed' : false}
          onChange={(_event, { checked }) =>
            toggle(
              shown.map(({ id }) => id),
              checked === true,
            )
          }
        />
        <span className={styles.count} role="status">
          {t('export.count', { count: ids.length })}
        </span>
      </div>
      <ul className={styles.list}>
        {shown.map(({ id, name, icon, resource }) => (
          <li key={id} className={styles.item}>
            <Checkbox
              aria-label={name}
              checked={chosen.has(id)}
              onChange={(_event, { checked }) => toggle([id], checked === true)}
            />
            <PresetLine name={name} icon={icon} resource={resource} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
