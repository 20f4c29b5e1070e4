import { z } from 'zod';
import { found, foundVariable, type Found, type FoundRequest, type Unused } from './found';
import { Variables } from './variables';

/**
 * The variables of VS Code's REST Client, as its settings have them:
 * https://github.com/Huachao/vscode-restclient#environment-variables. `$shared` is there in every environment.
 */

export const settingName = 'rest-client.environmentVariables';
const shared = '$shared';

const environmentsSchema = z.record(z.string(), z.record(z.string(), z.unknown()).catch({}));

/** The settings' part that is about variables: of a user, of a workspace, or that part alone. */
export function restClientVariables(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const own = Object.getOwnPropertyDescriptor(value, settingName)?.value as unknown;
  if (own !== undefined) return own;
  const workspace = Object.getOwnPropertyDescriptor(value, 'settings')?.value as unknown;
  if (typeof workspace === 'object' && workspace !== null && Object.hasOwn(workspace, settingName))
    return Object.getOwnPropertyDescriptor(workspace, settingName)?.value;
  return Object.hasOwn(value, shared) ? value : undefined;
}

export function readRestClientVariables(value: unknown): Found {
  const environments = environmentsSchema.safeParse(value);
  if (!environments.success) return found(undefined, []);
  const { [shared]: common = {}, ...named } = environments.data;
  const severalOf = Object.keys(named).length > 1;
  const all = Object.entries(named).flatMap(([environment, own]) =>
    variablesOf({ ...common, ...own }, own, severalOf ? `${environment}: ` : ''),
  );
  return found(undefined, [...variablesOf(common, common, ''), ...all]);
}

function variablesOf(
  known: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
  prefix: string,
): readonly (() => FoundRequest | Unused)[] {
  const texts = Object.entries(known).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name, value }] : [],
  );
  const variables = new Variables(texts);
  return Object.entries(own).map(([name, value]) => (): FoundRequest | Unused => {
    const shown = `${prefix}${name}`;
    if (typeof value !== 'string') return { name: shown.slice(0, 80), reason: 'no-text' };
    return { ...foundVariable(name, value, false, variables), name: shown.slice(0, 80) };
  });
}
