import { useEffect, useRef } from 'react';
import { rowDraft, type RowChoice } from '../../../shared/catalogue/row-draft';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { usePageActions } from '../presets/page-actions';
import { command, runCommand } from '../run-command';
import { showToast } from '../toast/toast-store';

export type Choice = Omit<RowChoice, 'keepFresh' | 'cloudId'>;

export interface AddRow {
  /** Adds a preset in one step, and offers to edit it or to take it back. */
  readonly add: (choice: Choice) => void;
  /** Opens the form for it. */
  readonly editFirst: (choice: Choice) => void;
}

/** Makes presets of rows. */
export function useAddRow(cloudId: string): AddRow {
  const { addPreset, editPreset } = usePageActions();
  const keepFresh = useSnapshot(({ settings }) => settings.values.keepFreshByDefault);
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const awaited = useRef<{ readonly name: string; readonly before: ReadonlySet<string> }>(undefined);
  // The snapshot with the preset may come before or after the command's outcome.
  useEffect(() => {
    const { name, before } = awaited.current ?? {};
    const added = presets.find((preset) => preset.name === name && before?.has(preset.id) === false);
    if (added === undefined) return;
    awaited.current = undefined;
    const { id } = added;
    showToast({
      text: t('catalogue.added.toast', { name: added.name }),
      action: { label: t('catalogue.added.undo'), run: () => command('deletePreset', { presetId: id }) },
      other: { label: t('catalogue.added.edit'), run: () => editPreset(id) },
    });
  }, [presets, editPreset]);

  const draftOf = (choice: Choice) => rowDraft({ ...choice, cloudId, keepFresh });
  const addNow = async (choice: Choice): Promise<void> => {
    const draft = draftOf(choice);
    awaited.current = { name: draft.name, before: new Set(presets.map(({ id }) => id)) };
    const { outcome } = await runCommand('addPreset', draft);
    if (outcome === 'done') return;
    awaited.current = undefined;
    // What was pasted may be more than a preset can hold: the form says what.
    if (outcome === 'invalid') addPreset(draft);
  };
  return {
    add: (choice) => void addNow(choice),
    editFirst: (choice) => addPreset(draftOf(choice)),
  };
}
