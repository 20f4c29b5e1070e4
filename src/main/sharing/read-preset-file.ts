import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { t } from '../../shared/messages';
import {
  presetFileSchema,
  type FilePreset,
  type FileTarget,
  type PresetFile,
} from '../../shared/preset-file';
import { presetFileLimits } from '../../shared/preset-file-limits';
import { presetLimits } from '../../shared/preset-limits';
import { isDomain, isGuid } from '../../shared/text-rules';
import { expectedWords, pathOf, reasonOf, type Issue } from '../json-file/issue-words';
import { placeAt, type JsonPath } from '../json-file/positions';
import type { Problem, Wrong } from '../json-file/problem';
import { offsetOfProblem, parseStrictJson, short, type ParsedJson } from '../json-file/strict-json';
import { accessOf } from './preset-conversion';
import { isSampleAddress } from './sample-address';
import { isNamedSecretHeader } from './secrets';

export type ReadPresetFile =
  { readonly ok: true; readonly file: PresetFile } | { readonly ok: false; readonly problem: Wrong };

/** Parses a text that says it is a file with presets. It is refused whole, with the first thing that is wrong. */
export function readPresetFile(text: string): ReadPresetFile {
  const json = parseStrictJson(text, presetFileLimits);
  return 'reason' in json ? { ok: false, problem: json } : checkPresetFile(text, json);
}

/** The same for a text that is parsed already. */
export function checkPresetFile(text: string, { root, value }: ParsedJson): ReadPresetFile {
  const refuse = (problem: Pick<Problem, 'path' | 'at'>, reason: string): ReadPresetFile => ({
    ok: false,
    problem: { place: placeAt(text, offsetOfProblem(root, problem), problem.path), reason },
  });
  const early = tooNewOrTooMany(root);
  if (early !== undefined) return refuse(early, early.reason);
  const result = presetFileSchema.safeParse(value);
  if (!result.success) {
    const issue = first(root, result.error.issues.flatMap(placesOf));
    return issue === undefined
      ? refuse({ path: [] }, t('json.wrong.json'))
      : refuse(issue, issue.words(root));
  }
  const problem = first(root, crossChecks(result.data));
  return problem === undefined ? { ok: true, file: result.data } : refuse(problem, problem.reason);
}

/** Before all else: nobody wants to hear what a newer version calls its members, nor wait for a million presets. */
function tooNewOrTooMany(root: Node): Problem | undefined {
  const version: unknown = findNodeAtLocation(root, ['version'])?.value;
  if (typeof version === 'number' && Number.isInteger(version) && version > 1)
    return { path: ['version'], reason: t('sharing.wrong.newer') };
  const presets = findNodeAtLocation(root, ['presets']);
  return (presets?.children?.length ?? 0) > presetFileLimits.presets
    ? { path: ['presets'], reason: t('sharing.wrong.too-many', { most: presetFileLimits.presets }) }
    : undefined;
}

/** What stands first in the file. */
function first<Found extends Pick<Problem, 'path' | 'at'>>(
  root: Node,
  found: readonly Found[],
): Found | undefined {
  let best: { readonly problem: Found; readonly offset: number } | undefined;
  for (const problem of found) {
    const offset = offsetOfProblem(root, problem);
    if (best === undefined || offset < best.offset) best = { problem, offset };
  }
  return best?.problem;
}

/** The words are made for the one that is said only: a file may have a hundred thousand. */
interface PlacedIssue extends Pick<Problem, 'path' | 'at'> {
  readonly words: (root: Node) => string;
}

function placesOf(issue: Issue): readonly PlacedIssue[] {
  const path = pathOf(issue);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({
        path: [...path, name],
        at: 'name',
        words: () => t('json.wrong.unknown-member', { name: short(name) }),
      }));
    case 'invalid_key':
      return [
        {
          path,
          at: 'name',
          words: () => t('json.wrong.expected', { expected: t('sharing.expected.cloud-id') }),
        },
      ];
    default:
      return [
        {
          path,
          words: (root) =>
            reasonOf(
              path,
              expectedOfMember(path) ?? expectedWords(issue),
              findNodeAtLocation(root, [...path]) !== undefined,
            ),
        },
      ];
  }
}

/** Where what zod knows (a pattern) says nothing to a person. */
function expectedOfMember(path: JsonPath): string | undefined {
  if (path.includes('headers') && typeof path.at(-1) === 'string' && path.at(-1) !== 'headers')
    return t('json.expected.header');
  return path.at(-1) === 'id' ? t('sharing.expected.id') : undefined;
}

/** What no member says of itself. */
const crossChecks = ({ presets }: PresetFile): readonly Problem[] => [
  ...takenIds(presets),
  ...presets.flatMap((preset, index) => presetProblems(preset, ['presets', index])),
];

function takenIds(presets: readonly FilePreset[]): readonly Problem[] {
  const seen = new Set<string>();
  return presets.flatMap(({ id }, index) => {
    const taken = seen.has(id);
    seen.add(id);
    return taken ? [{ path: ['presets', index, 'id'], reason: t('sharing.wrong.id-taken', { id }) }] : [];
  });
}

function presetProblems({ tenant, catalogueId, targets }: FilePreset, path: JsonPath): readonly Problem[] {
  const clouds = Object.entries(targets);
  return [
    ...(tenant === undefined || isGuid(tenant) || isDomain(tenant)
      ? []
      : [
          {
            path: [...path, 'tenant'],
            reason: t('json.wrong.expected', { expected: t('sharing.expected.tenant') }),
          },
        ]),
    ...(clouds.length === 0 && catalogueId === undefined
      ? [{ path: [...path, 'targets'], reason: t('sharing.wrong.no-targets') }]
      : []),
    ...clouds.flatMap(([cloud, target]) => targetProblems(cloud, target, [...path, 'targets', cloud])),
  ];
}

/** By the same rules as the preset form. */
function targetProblems(cloud: string, target: FileTarget, path: JsonPath): readonly Problem[] {
  const { resource, scopes, requests = [] } = target;
  return [
    ...accessProblems(target, resource, scopes, path),
    ...requests.flatMap(({ url, headers = [] }, index) => {
      const here = [...path, 'requests', index];
      const address = isSampleAddress(cloud, url);
      return [
        ...(address.ok ? [] : [{ path: [...here, 'url'], reason: t(`problem.${address.problem}`) }]),
        ...headers.flatMap(({ name, value }, at) =>
          isNamedSecretHeader(name, value)
            ? [{ path: [...here, 'headers', at, 'name'], reason: headerReason(name) }]
            : [],
        ),
      ];
    }),
  ];
}

function accessProblems(
  target: FileTarget,
  resource: string | undefined,
  scopes: readonly string[] | undefined,
  path: JsonPath,
): readonly Problem[] {
  if (resource !== undefined && scopes !== undefined)
    return [{ path: [...path, 'scopes'], at: 'name', reason: t('sharing.wrong.resource-and-scopes') }];
  if (resource === undefined && scopes === undefined)
    return [{ path: [...path, 'resource'], reason: t('sharing.wrong.access-missing') }];
  const access = accessOf(target);
  const isTooLong = access.ok && access.scopes.some((scope) => scope.length > presetLimits.scopeLength);
  if (access.ok && !isTooLong) return [];
  const reason = t(`problem.${access.ok ? 'access-too-long' : access.problem}`);
  return [{ path: [...path, scopes === undefined ? 'resource' : 'scopes'], reason }];
}

const headerReason = (name: string): string =>
  name.toLowerCase() === 'authorization'
    ? t('sharing.wrong.authorization-header')
    : t('sharing.wrong.secret-header', { name: short(name) });
