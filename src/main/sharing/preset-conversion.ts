import type { FilePreset, FileRequest, FileTarget } from '../../shared/preset-file';
import type { Preset, PresetTarget, SampleRequest } from '../../shared/preset';
import { describeAccess, parseAccess } from '../../shared/scopes';
import { isDomain, isGuid } from '../../shared/text-rules';
import { isSampleAddress } from './sample-address';
import { textWithoutSecrets, withoutSecrets, type LeftOut } from './secrets';

/** The way of a preset into a file that others get, and back. Pure. */

/** A preset as a person has it who has just got it: nothing of it is theirs yet. */
export function presetFromFile(id: string, preset: FilePreset): Preset {
  const { name, icon = 'custom', colour, tags, notes, delivery, tenant, catalogueId, targets } = preset;
  return {
    id,
    name,
    icon,
    ...(colour === undefined ? {} : { colour }),
    ...(tags === undefined ? {} : { tags }),
    ...(notes === undefined ? {} : { notes }),
    ...(delivery === undefined ? {} : { delivery }),
    targets: Object.fromEntries(
      Object.entries(targets).map(([cloud, target]) => [cloud, targetFromFile(target)]),
    ),
    pinned: false,
    keepFresh: false,
    ...(tenant === undefined ? {} : { identity: { tenantId: tenant.toLowerCase() } }),
    ...(catalogueId === undefined ? {} : { catalogueId }),
  };
}

/** What a file says a token is for. Nothing where the file says it wrongly. */
export const accessOf = ({ resource, scopes }: FileTarget) =>
  scopes === undefined ? parseAccess('resource', resource ?? '') : parseAccess('scopes', scopes.join(' '));

function targetFromFile(target: FileTarget): PresetTarget {
  const access = accessOf(target);
  return {
    scopes: access.ok ? [...access.scopes] : [],
    requests: (target.requests ?? []).map(({ name, method = 'GET', url, headers = [], body }) => ({
      ...(name === undefined ? {} : { name }),
      method,
      url: url.trim(),
      headers,
      ...(body === undefined ? {} : { body }),
    })),
  };
}

/** A preset for a file, and what is not in it for being a secret, or nothing that another program would take. */
export function presetToFile(
  id: string,
  preset: Preset,
): { readonly preset: FilePreset | undefined; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const clean = (text: string): string => {
    const cleaned = textWithoutSecrets(text);
    if (cleaned.found) leftOut.push({ kind: 'text', name: '' });
    return cleaned.text;
  };
  const targets = Object.entries(preset.targets).flatMap(([cloud, target]) => {
    const written = targetToFile(cloud, target, leftOut);
    return written === undefined ? [] : [[cloud, written] as const];
  });
  const name = clean(preset.name).trim();
  if (name === '' || (targets.length === 0 && preset.catalogueId === undefined))
    return { preset: undefined, leftOut: [{ kind: 'preset', name: '' }] };
  const { icon, colour, tags, notes, delivery, catalogueId } = preset;
  const tenant = preset.identity?.tenantId;
  return {
    preset: {
      id,
      name,
      ...(icon === 'custom' ? {} : { icon }),
      ...(colour === undefined ? {} : { colour }),
      ...(tags === undefined ? {} : { tags: tags.map(clean) }),
      ...(notes === undefined ? {} : { notes: clean(notes) }),
      ...(delivery === undefined ? {} : { delivery }),
      ...(tenant !== undefined && (isGuid(tenant) || isDomain(tenant)) ? { tenant } : {}),
      ...(catalogueId === undefined ? {} : { catalogueId }),
      targets: Object.fromEntries(targets),
    },
    leftOut,
  };
}

function targetToFile(
  cloud: string,
  { scopes, requests }: PresetTarget,
  leftOut: LeftOut[],
): FileTarget | undefined {
  const { kind, text } = describeAccess(scopes);
  const access = kind === 'resource' ? { resource: text } : { scopes };
  if (!accessOf(access).ok) return undefined;
  const written = requests.flatMap((each) => requestToFile(cloud, each, leftOut));
  return { ...access, ...(written.length === 0 ? {} : { requests: written }) };
}

const headerValue = /^\P{Cc}*$/u;
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

function requestToFile(cloud: string, each: SampleRequest, leftOut: LeftOut[]): readonly FileRequest[] {
  const { request, leftOut: secrets } = withoutSecrets(each);
  const { name, method, url, body } = request;
  // What a hand has written into the presets' file need not be what the form takes.
  if (!isSampleAddress(cloud, url).ok) {
    leftOut.push({ kind: 'request', name: (/^[^?#]*/.exec(url)?.[0] ?? '').slice(0, 200) });
    return [];
  }
  leftOut.push(...secrets);
  const headers = request.headers.filter((header) => {
    const isGood = headerName.test(header.name) && headerValue.test(header.value);
    if (!isGood) leftOut.push({ kind: 'header', name: header.name });
    return isGood;
  });
  return [
    {
      ...(name === undefined ? {} : { name: textWithoutSecrets(name).text }),
      ...(method === 'GET' ? {} : { method }),
      url,
      ...(headers.length === 0 ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
    },
  ];
}
