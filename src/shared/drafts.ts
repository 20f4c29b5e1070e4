import type { ClientApplicationDraft } from './client-application';
import type { PresetDraft } from './preset';
import { presetLimits } from './preset-limits';
import { parseSampleUrl, type SampleUrlProblem } from './sample-url';
import { parseAccess, type ScopesProblem } from './scopes';
import { isDomain, isGuid } from './text-rules';

/** A name for what is wrong with one field; the message catalogue has its words under `problem.<name>`. */
export type FieldProblem =
  | 'client-id-missing'
  | 'client-id-not-a-guid'
  | 'tenant-missing'
  | 'tenant-not-guid-or-domain'
  | 'name-missing'
  | 'name-too-long'
  | 'access-too-long'
  | 'url-too-long'
  | ScopesProblem
  | SampleUrlProblem;

export type FieldProblems<Draft> = { readonly [Field in keyof Draft]?: FieldProblem };

export type Checked<Value, Draft> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: FieldProblems<Draft> };

function found<Draft>(problems: Record<string, FieldProblem | undefined>): FieldProblems<Draft> | undefined {
  const entries = Object.entries(problems).filter(([, problem]) => problem !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as FieldProblems<Draft>);
}

/** Checks the welcome page's form; the same check runs beside the field and again in main. */
export function checkClientApplication(
  draft: ClientApplicationDraft,
): Checked<{ clientId: string; tenant: string }, ClientApplicationDraft> {
  const clientId = draft.clientId.trim();
  const tenant = draft.tenant.trim();
  const problems = found<ClientApplicationDraft>({
    clientId: clientId === '' ? 'client-id-missing' : isGuid(clientId) ? undefined : 'client-id-not-a-guid',
    tenant:
      tenant === ''
        ? 'tenant-missing'
        : isGuid(tenant) || isDomain(tenant)
          ? undefined
          : 'tenant-not-guid-or-domain',
  });
  if (problems !== undefined) return { ok: false, problems };
  return { ok: true, value: { clientId: clientId.toLowerCase(), tenant: tenant.toLowerCase() } };
}

/** Checks the preset form; the same check runs beside the field and again in main. */
export function checkPreset(
  draft: PresetDraft,
): Checked<{ name: string; scopes: readonly string[]; sampleUrl: string }, PresetDraft> {
  const name = draft.name.trim();
  const access = parseAccess(draft.accessKind, draft.access);
  const sample = parseSampleUrl(draft.sampleUrl);
  const problems = found<PresetDraft>({
    name: name === '' ? 'name-missing' : name.length > presetLimits.nameLength ? 'name-too-long' : undefined,
    access: access.ok ? tooLongAccess(access.scopes) : access.problem,
    sampleUrl: sample.ok ? tooLongUrl(sample.url) : sample.problem,
  });
  if (problems !== undefined || !access.ok || !sample.ok) return { ok: false, problems: problems ?? {} };
  return { ok: true, value: { name, scopes: access.scopes, sampleUrl: sample.url } };
}

function tooLongAccess(scopes: readonly string[]): FieldProblem | undefined {
  const fits =
    scopes.length <= presetLimits.scopes && scopes.every(({ length }) => length <= presetLimits.scopeLength);
  return fits ? undefined : 'access-too-long';
}

const tooLongUrl = (url: string): FieldProblem | undefined =>
  url.length <= presetLimits.urlLength ? undefined : 'url-too-long';
