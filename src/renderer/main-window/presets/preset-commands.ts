import type { CopyFormat } from '../../../shared/copy-format';
import type { PresetView } from '../../../shared/snapshot';
import type { PresetProblem } from '../../../shared/token-status';
import { t } from '../../../shared/messages';
import { command, runCommand } from '../run-command';
import { currentToast, showToast, type Toast } from '../toast/toast-store';
import { awaitNoRow, awaitRow } from './awaited-row';
import { placeOf, type Move, type Target } from './moves';

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

/** A key that would change what is not the person's to change. */
export const sayGiven = ({ team }: PresetView): void =>
  showToast({ text: team === undefined ? t('row.managed') : t('row.team.fixed', { team }) });

/** Whether a row may be moved now; says why where it may not. */
export function mayMove(preset: PresetView, searching: boolean): boolean {
  if (preset.isManaged) sayGiven(preset);
  // What lies between two hits would be passed over unseen.
  else if (searching) showToast({ text: t('row.move.searching') });
  return !preset.isManaged && !searching;
}

/** The last move while it can be taken back: further steps of the same row are taken back with it. */
let lastMove: { readonly toast: Toast; readonly presetId: string; readonly from: Target } | undefined;
let isMoving = false;

/** The focus goes with a row that is moved, wherever that is. */
const awaitRowAt = (id: string, to: Target): void =>
  awaitRow((preset, _index, presets) => {
    const place = preset.id === id ? placeOf(presets, id) : undefined;
    return place?.before === to.before && place.pinned === to.pinned;
  });

/** Moves a row and says where it is now. `from`: its place, to take the move back. */
export function movePreset({ id, name, pinned }: PresetView, move: Move, from: Target): void {
  // Of a key that is held down, those presses count that the list has caught up with.
  if (isMoving) return;
  isMoving = true;
  const before = lastMove?.presetId === id && lastMove.toast === currentToast() ? lastMove.from : from;
  awaitRowAt(id, move);
  void runCommand('movePreset', { presetId: id, before: move.before, pinned: move.pinned }).then(
    ({ outcome }) => {
      isMoving = false;
      if (outcome !== 'done') return awaitNoRow();
      const to = move.pinned === pinned ? 'moved' : move.pinned ? 'moved-pinned' : 'moved-unpinned';
      const toast: Toast = {
        text: t(`row.${to}`, { name, place: move.place, count: move.of }),
        action: {
          label: t('row.deleted.undo'),
          run: () => {
            awaitRowAt(id, before);
            command('movePreset', { presetId: id, ...before });
          },
        },
      };
      lastMove = { toast, presetId: id, from: before };
      showToast(toast);
    },
  );
}
