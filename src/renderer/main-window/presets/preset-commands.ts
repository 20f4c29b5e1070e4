import type { CopyFormat } from '../../../shared/copy-format';
import type { PresetView } from '../../../shared/snapshot';
import type { PresetProblem } from '../../../shared/token-status';
import { t } from '../../../shared/messages';
import { command, runCommand } from '../run-command';
import { showToast } from '../toast/toast-store';
import { awaitNoRow, awaitRow } from './awaited-row';

/** Of the first sample request, or of another one. */
export function copyAs(presetId: string, format: CopyFormat, request?: number): void {
  if (format === 'token') command('copyToken', { presetId });
  else command('copySnippet', { presetId, format, ...(request === undefined ? {} : { request }) });
}

export const copyInDefaultFormat = ({ id }: PresetView): void =>
  command('copyInDefaultFormat', { presetId: id });

export const renew = ({ id }: PresetView): void => command('renew', { presetId: id });

/** Opens the page on which its requests are sent. */
export const tryIt = ({ id }: PresetView): void => command('openTryIt', { presetId: id });

/** Asks for what stands for its placeholders, whatever is known of them. */
export const editPlaceholders = ({ id }: PresetView): void => command('editPlaceholders', { presetId: id });

export const togglePin = ({ id, pinned }: PresetView): void =>
  command('setPinned', { presetId: id, pinned: !pinned });

export const toggleKeepFresh = ({ id, keepFresh }: PresetView): void =>
  command('setKeepFresh', { presetId: id, keepFresh: !keepFresh });

/** Does what it takes to keep it fresh again, after that has stopped. */
export function keepFreshAgain({ id }: PresetView, stopped: PresetProblem): void {
  command(stopped === 'sign-in-needed' ? 'signInForPreset' : 'renew', { presetId: id });
}

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
