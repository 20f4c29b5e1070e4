import { t } from '../../../shared/messages';
import type { PresetDraft } from '../../../shared/preset';
import { presetLimits } from '../../../shared/preset-limits';
import { describeAccess } from '../../../shared/scopes';
import type { PresetView } from '../../../shared/snapshot';

export const emptyDraft = (name: string): PresetDraft => ({
  name,
  accessKind: 'resource',
  access: '',
  sampleUrl: '',
});

export function draftOf({ name, scopes, request }: PresetView): PresetDraft {
  const { kind, text } = describeAccess(scopes);
  return { name, accessKind: kind, access: text, sampleUrl: request?.url ?? '' };
}

/** For a new preset like this one. A long name is cut, so that the copy's name is allowed. */
export function draftOfCopy(preset: PresetView): PresetDraft {
  const room = presetLimits.nameLength - t('preset-form.copy-name', { name: '' }).length;
  // Half of a surrogate pair would be left of a character that was cut through.
  const name = preset.name
    .slice(0, room)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
  return { ...draftOf(preset), name: t('preset-form.copy-name', { name }) };
}
