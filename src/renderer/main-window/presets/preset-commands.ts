import type { PresetView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { command, runCommand } from '../run-command';
import { showToast } from '../toast/toast-store';
import { awaitNoRow, awaitRow } from './awaited-row';

export const copyToken = ({ id }: PresetView): void => command('copyToken', { presetId: id });

export const copyCurl = ({ id }: PresetView): void =>
  command('copySnippet', { presetId: id, format: 'curl' });

export const renew = ({ id }: PresetView): void => command('renew', { presetId: id });

export const togglePin = ({ id, pinned }: PresetView): void =>
  command('setPinned', { presetId: id, pinned: !pinned });

/** Brings a deleted preset back, with the focus on it. */
function restorePreset(id: string): void {
  awaitRow((preset) => preset.id === id);
  void runCommand('restorePreset', { presetId: id }).then(({ outcome }) => {
    if (outcome !== 'done') awaitNoRow();
  });
}

/** Deletes at once and offers to take it back. */
export function deletePreset({ id, name }: PresetView): void {
  void runCommand('deletePreset', { presetId: id }).then(({ outcome }) => {
    if (outcome !== 'done') return;
    showToast({
      text: t('row.deleted', { name }),
      action: { label: t('row.deleted.undo'), run: () => restorePreset(id) },
    });
  });
}
