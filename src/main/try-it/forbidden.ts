import { z } from 'zod';
import { parseUrl } from '../../shared/parse-url';
import type { MissingPermission } from '../../shared/trial';
import { parseChallenges } from '../../shared/www-authenticate';

/** As much of a refusal as says why. */
export interface Refusal {
  readonly method: string;
  readonly url: string;
  /** The value of `WWW-Authenticate`; empty where there is none. */
  readonly challenge: string;
  /** As it is shown. */
  readonly text: string;
}

/** Refusals are short; what is longer is something else. */
const longestRefusal = 64 * 1024;
const longestMessage = 4000;

/** What is taken from one at most, in characters. */
const longestShown = 300;

/**
 * What a 403 (and here and there a 401) says is missing. Services have no common form for it, so each rule knows what one
 * of them writes. Pure; a refusal is what somebody else has written, so what is taken from it is short and only shown.
 */
export function missingPermission(refusal: Refusal): MissingPermission {
  const { code, message } = errorOf(refusal.text.slice(0, longestRefusal));
  const said = { code, message: message.slice(0, longestMessage), ...refusal };
  for (const rule of rules) {
    const missing = rule(said);
    if (missing !== undefined) return missing;
  }
  const words = shown(message);
  return { kind: 'unsaid', ...(words === '' ? {} : { said: words }) };
}

interface Said extends Refusal {
  /** `AuthorizationFailed`, `ForbiddenByRbac`: the innermost there is. */
  readonly code: string;
  readonly message: string;
}

type Rule = (said: Said) => MissingPermission | undefined;

const actionPattern = /[A-Za-z0-9.]+\.[A-Za-z0-9]+(?:\/[A-Za-z0-9*_.-]+)+/;

/** Azure Resource Manager: https://learn.microsoft.com/azure/role-based-access-control/troubleshooting */
const resourceManager: Rule = ({ message }) => {
  const action =
    /(?:authorization to perform action|permission to perform action(?:\(s\))?) '([^']+)'/i.exec(
      message,
    )?.[1] ?? /authorization to perform action "([^"]+)"/i.exec(message)?.[1];
  if (action === undefined) return undefined;
  // What is linked comes after what it is linked to, and is what is missing.
  const linked = /permission to perform action(?:\(s\))? '([^']+)' on the linked scope\(s\) '([^']+)'/i.exec(
    message,
  );
  const scope = /(?:over|on) scope '([^']+)'/i.exec(message)?.[1];
  return actionMissing(linked?.[1] ?? action, linked?.[2] ?? scope, false);
};

/** https://learn.microsoft.com/azure/governance/policy/overview#azure-policy-objects */
const disallowedByPolicy: Rule = ({ code, message }) => {
  if (!/^RequestDisallowedBy(?:Policy|Azure)$/i.test(code)) return undefined;
  const policy =
    /"policyAssignment":\{"name":"([^"]+)"/.exec(message)?.[1] ?? /policy:? '([^'{]+)'/i.exec(message)?.[1];
  return { kind: 'policy', ...(policy === undefined ? {} : { policy: shown(policy) }) };
};

/** Key Vault and Managed HSM: https://learn.microsoft.com/azure/key-vault/general/rest-error-codes */
const keyVault: Rule = ({ code, message }) => {
  if (/ForbiddenByFirewall|Client address is not authorized/i.test(`${code} ${message}`)) {
    const address = /Client address: ([0-9a-f.:]+)/i.exec(message)?.[1];
    return { kind: 'network', ...(address === undefined ? {} : { address }) };
  }
  const policy = /does not have (\w+) (\w+) permission on key vault '([^';]+)/i.exec(message);
  if (policy !== null)
    return {
      kind: 'access-policy',
      permission: shown(`${policy[1] ?? ''} ${policy[2] ?? ''}`),
      vault: shown(policy[3] ?? ''),
    };
  const action = /^\s*Action: '([^']+)'/im.exec(message)?.[1];
  if (action === undefined) return undefined;
  return actionMissing(action, /^\s*Resource: '([^']+)'/im.exec(message)?.[1], true);
};

/** Cosmos DB: https://learn.microsoft.com/azure/cosmos-db/nosql/reference-data-plane-security */
const cosmos: Rule = ({ message }) => {
  const found =
    /required RBAC permissions to perform action \[([^\]]+)\](?: on resource \[([^\]]*)\])?/i.exec(message);
  if (found !== null) return actionMissing(found[1] ?? '', found[2], true);
  const control = /The given request \[([^\]]+)\] cannot be authorized by AAD token in data plane/i.exec(
    message,
  )?.[1];
  // Databases and containers are made through Azure Resource Manager only, whatever role somebody has.
  return control === undefined
    ? undefined
    : { kind: 'permission', permission: shown(control), where: 'Azure Resource Manager' };
};

/** Azure AI services and Azure OpenAI, which say so with 401, too. */
const dataAction: Rule = ({ message }) => {
  const found = /lacks the required data action [`']?([\w./*-]+?)[`']?(?:\s|$|\.\s)/i.exec(message)?.[1];
  return found === undefined ? undefined : actionMissing(found, undefined, true);
};

/** Event Hubs and Service Bus: https://learn.microsoft.com/azure/service-bus-messaging/service-bus-messaging-exceptions */
const messaging: Rule = ({ message, url }) => {
  const claim = /'?(Listen|Send|Manage)[^']*'? claim\(s\) are required/i.exec(message)?.[1]?.toLowerCase();
  if (claim === undefined) return undefined;
  const role = claim === 'listen' ? 'Data Receiver' : claim === 'send' ? 'Data Sender' : 'Data Owner';
  const services = /servicebus/i.test(url) ? ['Azure Service Bus', 'Azure Event Hubs'] : ['Azure Event Hubs'];
  return { kind: 'roles', anyOf: services.map((service) => `${service} ${role}`) };
};

/** Storage: https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes */
const storage: Rule = ({ code, method, url, message }) => {
  if (/^(?:AuthorizationPermissionMismatch|InsufficientAccountPermissions)$/i.test(code))
    return { kind: 'roles', anyOf: storageRoles(method, hostOf(url)) };
  const isNetwork =
    code === 'AuthorizationFailure' && /not authorized to perform this operation/i.test(message);
  return isNetwork ? { kind: 'network' } : undefined;
};

/** https://learn.microsoft.com/azure/storage/blobs/authorize-access-azure-active-directory#azure-built-in-roles-for-blobs */
function storageRoles(method: string, host: string): readonly string[] {
  const reads = method === 'GET' || method === 'HEAD';
  if (host.includes('.queue.'))
    return reads
      ? ['Storage Queue Data Reader', 'Storage Queue Data Contributor']
      : ['Storage Queue Data Message Sender', 'Storage Queue Data Contributor'];
  if (host.includes('.table.'))
    return reads
      ? ['Storage Table Data Reader', 'Storage Table Data Contributor']
      : ['Storage Table Data Contributor'];
  if (host.includes('.file.'))
    return reads
      ? ['Storage File Data Privileged Reader', 'Storage File Data Privileged Contributor']
      : ['Storage File Data Privileged Contributor'];
  return reads
    ? ['Storage Blob Data Reader', 'Storage Blob Data Contributor']
    : ['Storage Blob Data Contributor'];
}

/** Microsoft Graph, and what stands behind it: https://learn.microsoft.com/graph/errors */
const graph: Rule = ({ message }) => {
  const found =
    /API requires one of '([^']+)'/i.exec(message) ??
    /must have one of the following (?:scopes|roles|permissions):? ([^-]+?)(?: - |$)/i.exec(message) ??
    /missing permission scope ([\w.,\s]+?)\.?(?:"|\\|$)/i.exec(message) ??
    /does not have required (?:MSGraph|Microsoft Graph) permissions ([\w.,\s]+)/i.exec(message);
  if (found === null) return undefined;
  const has =
    /Call contains scopes '([^']*)'/i.exec(message)?.[1] ??
    /Scopes on the request '([^']*)'/i.exec(message)?.[1] ??
    /Roles on the request '([^']*)'/i.exec(message)?.[1] ??
    '';
  const anyOf = names(found[1] ?? '');
  return anyOf.length === 0 ? undefined : { kind: 'permissions', anyOf, has: names(has) };
};

/** Azure DevOps: https://learn.microsoft.com/azure/devops/organizations/security/permissions */
const devOps: Rule = ({ message }) => {
  const git =
    /TF401027: You need the Git '([^']+)' permission to perform this action\.(?: Details: .*?scope '([^']+)')?/i.exec(
      message,
    );
  if (git !== null) return permissionMissing(git[1], git[2]);
  const access =
    /needs the following permission\(s\)(?: on the resource (\S+)| in the ([\w ]+?) security namespace)? to perform this action: ([^\r\n.]+)/i.exec(
      message,
    );
  if (access !== null) return permissionMissing(access[3], access[1] ?? access[2]);
  const build = between(message, ' needs ', ' to perform the action');
  const what = build === undefined ? null : /^(.+?) permissions?(?: for (.+))?$/.exec(build);
  if (what !== null) return permissionMissing(what[1], what[2]);
  // TF400813 says only who it is that may not.
  return undefined;
};

/** Dataverse: https://learn.microsoft.com/power-platform/admin/security-roles-privileges */
const dataverse: Rule = ({ message }) => {
  const privilege = /missing (prv\w+) privilege/i.exec(message)?.[1];
  return privilege === undefined ? undefined : { kind: 'permission', permission: shown(privilege) };
};

/** https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
const insufficientScope: Rule = ({ challenge }) => {
  const found = parseChallenges(challenge.slice(0, longestRefusal)).find(
    ({ parameters }) => parameters.get('error')?.toLowerCase() === 'insufficient_scope',
  );
  const anyOf = names(found?.parameters.get('scope') ?? '');
  return anyOf.length === 0 ? undefined : { kind: 'permissions', anyOf, has: [] };
};

/** The exact ones first. */
const rules: readonly Rule[] = [
  disallowedByPolicy,
  keyVault,
  cosmos,
  dataAction,
  messaging,
  resourceManager,
  storage,
  graph,
  devOps,
  dataverse,
  insufficientScope,
];

/** What stands between two words, if it is short. */
function between(text: string, before: string, after: string): string | undefined {
  const start = text.indexOf(before);
  const end = start < 0 ? -1 : text.indexOf(after, start);
  const found = end < 0 ? '' : text.slice(start + before.length, end);
  return found === '' || found.length > longestShown ? undefined : found;
}

function actionMissing(
  action: string,
  scope: string | undefined,
  isDataAction: boolean,
): MissingPermission | undefined {
  const name = actionPattern.exec(action)?.[0];
  if (name === undefined) return undefined;
  return { kind: 'action', action: shown(name), isDataAction, ...(scope ? { scope: shown(scope) } : {}) };
}

function permissionMissing(permission = '', where?: string): MissingPermission {
  return { kind: 'permission', permission: shown(permission), ...(where ? { where: shown(where) } : {}) };
}

const names = (list: string): readonly string[] =>
  [...new Set(list.split(/[\s,;|]+/))].filter((name) => /^[\w:/.-]{2,200}$/.test(name)).slice(0, 12);

/** What somebody else has written, on its way to a person: short, and nothing that changes how the rest is read. */
export const shown = (text: string): string =>
  text
    .slice(0, longestShown)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();

const hostOf = (url: string): string => parseUrl(url)?.hostname ?? '';

const looseText = z.string().catch('');
interface InnerError {
  readonly code?: string | undefined;
}
/** OData's error, which ARM, Graph, Key Vault and most others write; DevOps and Cosmos have it without `error` around it. */
const errorSchema = z.object({
  code: z.union([z.string(), z.number().transform(String)]).catch(''),
  message: z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]).catch(''),
  innererror: z
    .object({ code: looseText })
    .catch({ code: '' })
    .transform((inner): InnerError => inner)
    .optional(),
});
const bodySchema = z.union([
  z.object({ error: errorSchema }).transform(({ error }) => error),
  z.object({ error: z.string(), error_description: looseText }).transform(({ error, error_description }) => ({
    code: error,
    message: error_description,
    innererror: undefined,
  })),
  z
    .object({ Message: z.string() })
    .transform(({ Message }) => ({ code: '', message: Message, innererror: undefined })),
  errorSchema,
]);

/** The code and the message of an error, whatever form it has. */
export function errorOf(text: string): { readonly code: string; readonly message: string } {
  const json = parseJson(text);
  if (json !== undefined) {
    const { data } = bodySchema.safeParse(json);
    if (data === undefined) return { code: '', message: '' };
    const inner = parseJson(data.message);
    // Graph puts the answer of the service behind it into its own, as text.
    const within = z.object({ message: z.string() }).safeParse(inner).data?.message;
    const inmost = data.innererror?.code ?? '';
    return { code: inmost === '' ? data.code : inmost, message: within ?? data.message };
  }
  // https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2
  const code = /<(?:\w+:)?Code>([^<]*)</i.exec(text)?.[1] ?? '';
  const message = /<(?:\w+:)?(?:Message|Detail)(?:\s[^>]*)?>([^<]*)</i.exec(text)?.[1];
  return { code, message: message ?? (text.trimStart().startsWith('<') ? '' : text) };
}

function parseJson(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
