import { acceleratorProblem, type HotkeyProblem } from './accelerator';
import type { FieldProblem } from './drafts';
import type { CloudId, Preset, PresetTarget, SampleRequest } from './preset';
import type { PresetDraft, RequestDraft, TargetDraft } from './preset-draft';
import { presetLimits } from './preset-limits';
import { parseSampleUrl } from './sample-url';
import { parseAccess } from './scopes';
import { holdsToken } from './secret-text';
import { demoApiPlaceholder } from './well-known';

type RequestPath = `targets.${CloudId}.requests.${number}`;

/** Where in a draft something is wrong. */
export type PresetPath =
  | 'name'
  | 'tags'
  | 'notes'
  | 'hotkey'
  /** All of them: there is none. */
  | 'targets'
  | `targets.${CloudId}.access`
  | `targets.${CloudId}.requests`
  | `${RequestPath}.${'name' | 'url' | 'headers' | 'body'}`
  | `${RequestPath}.headers.${number}.${'name' | 'value'}`;

/** In the order of the form. */
export type PresetProblems = Readonly<Partial<Record<PresetPath, FieldProblem | HotkeyProblem>>>;

export type CheckedPreset =
  | { readonly ok: true; readonly value: Omit<Preset, 'id'> }
  | { readonly ok: false; readonly problems: PresetProblems };

/** Collects what is wrong while the value is made, so that one run gives both. */
type Report = (path: PresetPath, problem: FieldProblem | HotkeyProblem | undefined) => void;

/**
 * Makes a preset from what a person typed; the same check runs beside the fields and again in main. What it takes the
 * file's schema takes, so that it can be read back. Rows of headers and requests with nothing in them do not count.
 */
export function checkPreset(draft: PresetDraft): CheckedPreset {
  const problems: Partial<Record<PresetPath, FieldProblem | HotkeyProblem>> = {};
  const report: Report = (path, problem) => {
    if (problem !== undefined) problems[path] = problem;
  };
  const name = draft.name.trim();
  report('name', nameProblem(name));
  const clouds = Object.entries(draft.targets);
  report('targets', clouds.length === 0 ? 'targets-missing' : undefined);
  const targets = clouds.map(([cloudId, target]) => [cloudId, checkTarget(cloudId, target, report)] as const);
  const tags = tagsIn(draft.tags);
  report('tags', tagsProblem(tags));
  const notes = draft.notes.trim();
  report('notes', notesProblem(notes));
  report('hotkey', draft.hotkey === null ? undefined : acceleratorProblem(draft.hotkey));
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const { colour, delivery, hotkey, identity, catalogueId } = draft;
  const isFixed = Object.values(identity).some((part) => part !== undefined);
  return {
    ok: true,
    value: {
      name,
      icon: draft.icon,
      ...(colour === null ? {} : { colour }),
      ...(tags.length === 0 ? {} : { tags: [...tags] }),
      ...(notes === '' ? {} : { notes }),
      ...(delivery === 'bearer' ? {} : { delivery }),
      targets: Object.fromEntries(targets),
      pinned: draft.pinned,
      keepFresh: draft.keepFresh,
      ...(hotkey === null ? {} : { hotkey }),
      ...(isFixed ? { identity } : {}),
      ...(catalogueId === null ? {} : { catalogueId }),
    },
  };
}

function nameProblem(name: string): FieldProblem | undefined {
  if (name === '') return 'name-missing';
  if (name.length > presetLimits.nameLength) return 'name-too-long';
  return holdsToken(name) ? 'has-a-token' : undefined;
}

function notesProblem(notes: string): FieldProblem | undefined {
  if (notes.length > presetLimits.notesLength) return 'notes-too-long';
  return holdsToken(notes) ? 'has-a-token' : undefined;
}

/** Each once, whatever its capitals. */
export function tagsIn(text: string): readonly string[] {
  const tags = text
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const byName = new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag]));
  return [...byName.values()].toReversed();
}

function tagsProblem(tags: readonly string[]): FieldProblem | undefined {
  if (tags.length > presetLimits.tags) return 'tags-too-many';
  if (tags.some(holdsToken)) return 'has-a-token';
  return tags.some(({ length }) => length > presetLimits.tagLength) ? 'tag-too-long' : undefined;
}

function checkTarget(cloudId: CloudId, draft: TargetDraft, report: Report): PresetTarget {
  const access = parseAccess(draft.accessKind, draft.access);
  report(`targets.${cloudId}.access`, access.ok ? tooLongAccess(access.scopes) : access.problem);
  const requests = draft.requests.flatMap((request, index) =>
    isEmptyRequest(request) ? [] : [checkRequest(cloudId, request, index, report)],
  );
  report(
    `targets.${cloudId}.requests`,
    requests.length > presetLimits.requests ? 'requests-too-many' : undefined,
  );
  return { scopes: access.ok ? [...access.scopes] : [], requests };
}

function tooLongAccess(scopes: readonly string[]): FieldProblem | undefined {
  const fits =
    scopes.length <= presetLimits.scopes && scopes.every(({ length }) => length <= presetLimits.scopeLength);
  return fits ? undefined : 'access-too-long';
}

const isEmptyHeader = ({ name, value }: RequestDraft['headers'][number]): boolean =>
  name.trim() === '' && value.trim() === '';

/** Nothing was typed into it. */
export const isEmptyRequest = ({ name, url, headers, body }: RequestDraft): boolean =>
  name.trim() === '' && url.trim() === '' && headers.every(isEmptyHeader) && body === null;

function checkRequest(cloudId: CloudId, draft: RequestDraft, index: number, report: Report): SampleRequest {
  const at = `targets.${cloudId}.requests.${index}` as const;
  const name = draft.name.trim();
  report(`${at}.name`, name.length > presetLimits.nameLength ? 'name-too-long' : undefined);
  const url = draft.url.trim();
  report(`${at}.url`, urlProblem(cloudId, url));
  const headers = draft.headers.flatMap((header, row) => {
    if (isEmptyHeader(header)) return [];
    const [headerName, value] = [header.name.trim(), header.value.trim()];
    report(`${at}.headers.${row}.name`, headerNameProblem(headerName));
    report(`${at}.headers.${row}.value`, headerValueProblem(value));
    return [{ name: headerName, value }];
  });
  report(`${at}.headers`, headers.length > presetLimits.headers ? 'headers-too-many' : undefined);
  const { method, body } = draft;
  report(`${at}.body`, body === null ? undefined : bodyProblem(body));
  return { ...(name === '' ? {} : { name }), method, url, headers, ...(body === null ? {} : { body }) };
}

function urlProblem(cloudId: CloudId, url: string): FieldProblem | undefined {
  if (holdsToken(url)) return 'has-a-token';
  // The demo's address is not known while the demo is not in use.
  const isDemo = cloudId === 'demo' && url.startsWith(`${demoApiPlaceholder}/`);
  const sample = parseSampleUrl(isDemo ? url.replace(demoApiPlaceholder, 'https://demo') : url);
  if (!sample.ok) return sample.problem;
  return url.length > presetLimits.urlLength ? 'url-too-long' : undefined;
}

// RFC 9110, section 5.6.2.
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

function headerNameProblem(name: string): FieldProblem | undefined {
  if (name === '') return 'header-name-missing';
  if (name.toLowerCase() === 'authorization') return 'header-is-authorization';
  if (!headerName.test(name)) return 'header-name-wrong';
  return name.length > presetLimits.headerNameLength ? 'header-name-too-long' : undefined;
}

function headerValueProblem(value: string): FieldProblem | undefined {
  // A line break would begin another header (RFC 9110, section 5.5).
  if (/[^\P{Cc}\t]/u.test(value)) return 'header-value-wrong';
  if (value.length > presetLimits.headerValueLength) return 'header-value-too-long';
  return holdsToken(value) ? 'has-a-token' : undefined;
}

function bodyProblem(body: string): FieldProblem | undefined {
  if (body.length > presetLimits.bodyLength) return 'body-too-long';
  return holdsToken(body) ? 'has-a-token' : undefined;
}
