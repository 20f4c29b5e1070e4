import type { ClaimsProblem } from './claims-challenge';
import type { ClientApplicationDraft, ServicePrincipalDraft } from './client-application';
import { clientApplicationLimits } from './client-application-limits';
import type { CloudDraft, CustomCloud } from './cloud';
import type { CredentialProblem } from './credential-draft';
import type { InspectProblem } from './inspector/inspection';
import { parseUrl } from './parse-url';
import { presetLimits } from './preset-limits';
import type { SampleUrlProblem } from './sample-url';
import type { ScopesProblem } from './scopes';
import { isDomain, isGuid } from './text-rules';

/** A name for what is wrong with one field; the message catalogue has its words under `problem.<name>`. */
export type FieldProblem =
  | 'client-id-missing'
  | 'client-id-not-a-guid'
  | 'tenant-missing'
  | 'tenant-not-guid-or-domain'
  | ClaimsProblem
  | 'client-id-too-long'
  | 'authority-missing'
  | 'authority-not-https'
  | 'authority-has-tenant'
  | 'arm-endpoint-not-https'
  | 'arm-audience-missing'
  | 'arm-audience-without-endpoint'
  | 'resources-not-a-table'
  | 'resources-too-long'
  | 'template-missing'
  | 'template-too-long'
  | 'template-wrong'
  | 'source-missing'
  | 'source-not-https'
  | 'source-not-whole'
  | 'source-has-credentials'
  | 'source-too-long'
  | 'source-known'
  | 'source-too-many'
  | 'name-taken'
  | 'expiry-past'
  | 'resources-too-many'
  | 'name-missing'
  | 'name-too-long'
  | 'access-too-long'
  | 'url-too-long'
  | PresetDraftProblem
  | CredentialProblem
  | InspectProblem
  | ScopesProblem
  | SampleUrlProblem;

/** What only a preset can have wrong. */
export type PresetDraftProblem =
  | 'targets-missing'
  | 'has-a-token'
  | 'tags-too-many'
  | 'tag-too-long'
  | 'notes-too-long'
  | 'requests-too-many'
  | 'headers-too-many'
  | 'header-name-missing'
  | 'header-name-wrong'
  | 'header-name-too-long'
  | 'header-is-authorization'
  | 'header-value-wrong'
  | 'header-value-too-long'
  | 'body-too-long';

export type FieldProblems<Draft> = { readonly [Field in keyof Draft]?: FieldProblem };

export type Checked<Value, Draft> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: FieldProblems<Draft> };

function found<Draft>(problems: Record<string, FieldProblem | undefined>): FieldProblems<Draft> | undefined {
  const entries = Object.entries(problems).filter(([, problem]) => problem !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as FieldProblems<Draft>);
}

/**
 * Checks the form for an app registration; the same check runs beside the field and again in main. An AD FS has no
 * tenants, and ids of its own making.
 */
export function checkClientApplication(
  draft: ClientApplicationDraft,
  isAdfs = false,
): Checked<{ clientId: string; tenant: string }, ClientApplicationDraft> {
  const clientId = draft.clientId.trim();
  const tenant = isAdfs ? adfsTenantName : draft.tenant.trim();
  const problems = found<ClientApplicationDraft>({
    clientId:
      clientId === ''
        ? 'client-id-missing'
        : clientId.length > clientApplicationLimits.clientIdLength
          ? 'client-id-too-long'
          : isAdfs || isGuid(clientId)
            ? undefined
            : 'client-id-not-a-guid',
    tenant:
      tenant === ''
        ? 'tenant-missing'
        : isAdfs || isGuid(tenant) || isDomain(tenant)
          ? undefined
          : 'tenant-not-guid-or-domain',
  });
  if (problems !== undefined) return { ok: false, problems };
  return {
    ok: true,
    value: { clientId: isAdfs ? clientId : clientId.toLowerCase(), tenant: tenant.toLowerCase() },
  };
}

/** Checks the form for a service principal, without its credential; main checks that. `name` is absent if it is empty. */
export function checkServicePrincipal(
  draft: ServicePrincipalDraft,
  isAdfs = false,
): Checked<{ name?: string; clientId: string; tenant: string }, ServicePrincipalDraft> {
  const name = draft.name.trim();
  const checked = checkClientApplication(draft, isAdfs);
  const nameProblem: FieldProblem | undefined =
    name.length > clientApplicationLimits.nameLength ? 'name-too-long' : undefined;
  if (!checked.ok || nameProblem !== undefined) {
    const problems = found<ServicePrincipalDraft>({
      ...(checked.ok ? {} : checked.problems),
      name: nameProblem,
    });
    return { ok: false, problems: problems ?? {} };
  }
  return { ok: true, value: { ...(name === '' ? {} : { name }), ...checked.value } };
}

/** Stands for the tenant at an AD FS. */
export const adfsTenantName = 'adfs';

/** Checks the form for a custom cloud; the same check runs beside the field and again in main. */
export function checkCloud(draft: CloudDraft): Checked<Omit<CustomCloud, 'id'>, CloudDraft> {
  const name = draft.name.trim();
  const authority = draft.authority.trim().replace(/\/+$/, '');
  const endpoint = draft.armEndpoint.trim().replace(/\/+$/, '');
  const audience = draft.armAudience.trim();
  const resources = resourceTable(draft.resources);
  const problems = found<CloudDraft>({
    name: name === '' ? 'name-missing' : name.length > presetLimits.nameLength ? 'name-too-long' : undefined,
    authority: authorityProblem(authority),
    armEndpoint: endpoint === '' || isHttpsAddress(endpoint) ? undefined : 'arm-endpoint-not-https',
    armAudience:
      endpoint !== '' && audience === ''
        ? 'arm-audience-missing'
        : endpoint === '' && audience !== ''
          ? 'arm-audience-without-endpoint'
          : undefined,
    resources: resources.problem,
  });
  if (problems !== undefined) return { ok: false, problems };
  const arm = endpoint === '' ? {} : { arm: { endpoint, audience } };
  return { ok: true, value: { name, authority, ...arm, resources: resources.table } };
}

function authorityProblem(authority: string): FieldProblem | undefined {
  if (authority === '') return 'authority-missing';
  if (!isHttpsAddress(authority)) return 'authority-not-https';
  const { pathname } = new URL(authority);
  return pathname === '/' || pathname.toLowerCase() === '/adfs' ? undefined : 'authority-has-tenant';
}

function isHttpsAddress(text: string): boolean {
  const url = parseUrl(text);
  if (url === undefined) return false;
  const { protocol, username, password, search, hash } = url;
  return protocol === 'https:' && [username, password, search, hash].every((part) => part === '');
}

/** Lines of `catalogue id = resource`; empty ones do not count. */
function resourceTable(text: string): { table: Record<string, string>; problem: FieldProblem | undefined } {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^\s*([a-z0-9-]{1,64})\s*=\s*(\S{1,1024})\s*$/.exec(line));
  const problem = lines.length > 200 ? 'resources-too-long' : undefined;
  if (pairs.some((pair) => pair === null)) return { table: {}, problem: 'resources-not-a-table' };
  const table = Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  return { table, problem };
}
