import { mayHavePlaceholders, placeholdersIn, withValues } from '../shared/placeholders';
import type { Preset, PresetTarget, SampleRequest } from '../shared/preset';
import type { PlaceholderField, QuestionPurpose } from '../shared/question';
import { resourceOfScope } from '../shared/scopes';
import { filledIn, type Identity } from './identities';
import { hostDoubt } from './presets/host-guard';
import { answersOf } from './presets/preset-answers';
import type { Asked } from './questions';
import type { AppState } from './state';

type Known = Pick<AppState, 'subscriptionIds' | 'presetAnswers' | 'managedPresetIds'>;

/** A request with all that is known filled in: by the account, and by what the person has answered before. */
export const knownRequest = (
  request: SampleRequest,
  state: Pick<AppState, 'subscriptionIds' | 'presetAnswers'>,
  identity: Identity,
  presetId: string,
): SampleRequest =>
  withValues(filledIn(request, state, identity), answersOf(state.presetAnswers, presetId).values);

/** The `{placeholders}` that are left in a request, as they are written. */
export const placeholdersLeft = (request: SampleRequest): readonly string[] =>
  placeholdersIn(request).map(({ name }) => `{${name}}`);

/** What a request is about to be used for. */
export interface RequestUse {
  readonly preset: Preset;
  readonly target: PresetTarget;
  readonly identity: Identity;
  /** Of the target's requests. */
  readonly index: number;
  readonly purpose: QuestionPurpose;
  /** Whom the token is for, once there is one and where it says so. */
  readonly audience?: string | undefined;
}

const saidByAccount: ReadonlySet<string> = new Set(['subscriptionId', 'tenantId']);

/** What has to be asked before a request is copied or sent; undefined: nothing. */
export function questionAbout(use: RequestUse, state: Known): Asked | undefined {
  const { preset, target, identity, index, purpose, audience } = use;
  const template = target.requests[index];
  if (template === undefined) return undefined;
  const request = knownRequest(template, state, identity, preset.id);
  const { leftIn, hosts } = answersOf(state.presetAnswers, preset.id);
  const about = { preset: presetOf(preset, state), purpose };
  const fields = mayHavePlaceholders(request)
    ? placeholdersIn(request)
        // Nothing can be sent with a placeholder in it.
        .filter(({ name }) => purpose.kind === 'try' || !leftIn.includes(name))
        // Whoever signs in says it.
        .filter(({ name }) => identity.account !== undefined || !saidByAccount.has(name))
        .map((each): PlaceholderField => ({ ...each, value: '' }))
    : [];
  if (fields.length > 0) return { kind: 'placeholders', ...about, request, fields };
  const doubt = hostDoubt(
    { cloud: identity.cloud, scopes: target.scopes, url: request.url, template: template.url, audience },
    hosts,
  );
  if (doubt === undefined) return undefined;
  const { kind, host, resource } = doubt;
  // Where the organisation sends the tokens of an API is its own business; a token for something else is not.
  if (about.preset.isManaged && resource === resourceOfScope(target.scopes[0] ?? '')) return undefined;
  return { kind: 'host', ...about, doubt: kind, host, resource };
}

/** For changing what was answered before: all placeholders of a preset, with what stands for them. */
export function placeholdersQuestion(
  { preset, target, identity }: Pick<RequestUse, 'preset' | 'target' | 'identity'>,
  state: Known,
): Asked | undefined {
  const { values } = answersOf(state.presetAnswers, preset.id);
  const requests = target.requests.map((request) => filledIn(request, state, identity));
  const shown = requests.find(({ url }) => url.includes('{')) ?? requests[0];
  const fields = new Map(requests.flatMap(placeholdersIn).map((each) => [each.name, each]));
  // The strictest place counts among several requests, too.
  for (const each of requests.flatMap(placeholdersIn)) if (each.place === 'host') fields.set(each.name, each);
  if (shown === undefined || fields.size === 0) return undefined;
  return {
    kind: 'placeholders',
    preset: presetOf(preset, state),
    purpose: { kind: 'edit' },
    request: shown,
    fields: [...fields.values()].map((each) => ({
      ...each,
      value: Object.hasOwn(values, each.name) ? (values[each.name] ?? '') : '',
    })),
  };
}

/** Whether there is anything to fill in that the account does not say. */
export const asksForValues = (
  { requests }: PresetTarget,
  state: Pick<AppState, 'subscriptionIds'>,
  identity: Identity,
): boolean =>
  requests.some(
    (request) =>
      mayHavePlaceholders(request) && placeholdersIn(filledIn(request, state, identity)).length > 0,
  );

const presetOf = ({ id, name }: Preset, { managedPresetIds }: Known) => ({
  id,
  name,
  isManaged: managedPresetIds.has(id),
});
