import { t } from '../../../shared/messages';
import { draftOf } from '../../../shared/draft-of-preset';
import type { Preset } from '../../../shared/preset';
import type { PresetDraft } from '../../../shared/preset-draft';
import { presetLimits } from '../../../shared/preset-limits';

/** For a new preset like this one. A long name is cut, so that the copy's name is allowed; a hotkey has one owner. */
export function draftOfCopy(preset: Preset): PresetDraft {
  const room = presetLimits.nameLength - t('preset-form.copy-name', { name: '' }).length;
  // Half of a surrogate pair would be left of a character that was cut through.
  const name = preset.name
    .slice(0, room)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
  return { ...draftOf(preset), name: t('preset-form.copy-name', { name }), hotkey: null };
}
