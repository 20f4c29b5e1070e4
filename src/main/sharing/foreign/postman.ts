import { z } from 'zod';
import { found, foundRequest, foundVariable, type Found, type FoundRequest, type Unused } from './found';
import { Variables, type Variable } from './variables';

/**
 * What Postman exports: environments and globals (https://learning.postman.com/docs/sending-requests/variables/managing-environments/)
 * and collections (https://schema.postman.com/). Anything may be in there, so each part is looked at by itself.
 */

const variableSchema = z.object({
  key: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).transform(String).catch(''),
  type: z.string().catch(''),
  enabled: z.boolean().catch(true),
});

const environmentSchema = z.object({ name: z.string().catch(''), values: z.array(z.unknown()) });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** An environment, or several in a list. */
export function isPostmanEnvironment(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((each) => isPostmanEnvironment(each));
  return isObject(value) && 'values' in value && Array.isArray(value.values) && !('item' in value);
}

export function readPostmanEnvironments(value: unknown): Found {
  const environments = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).flatMap((each) => {
    const parsed = environmentSchema.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
  const severalOf = environments.length > 1;
  const all = environments.flatMap(({ name, values }) => {
    const entries = values.flatMap((each) => {
      const parsed = variableSchema.safeParse(each);
      return parsed.success && parsed.data.key !== '' ? [parsed.data] : [];
    });
    const variables = new Variables(entries.filter(({ enabled }) => enabled).map(asVariable));
    return entries.map(({ key, value: text, type, enabled }) => (): FoundRequest | Unused => {
      const shown = severalOf && name !== '' ? `${name}: ${key}` : key;
      const result = foundVariable(key, text, type === 'secret', variables);
      return enabled ? { ...result, name: shown } : { name: shown, reason: 'off' };
    });
  });
  return found(severalOf ? undefined : environments[0]?.name, all);
}

const asVariable = ({ key, value, type }: z.infer<typeof variableSchema>): Variable => ({
  name: key,
  value,
  isSecret: type === 'secret',
});

const requestSchema = z.object({
  method: z.string().catch('GET'),
  url: z.union([z.string(), z.object({ raw: z.string() }).transform(({ raw }) => raw)]),
  header: z.array(z.unknown()).catch([]),
  body: z
    .object({ mode: z.literal('raw'), raw: z.string() })
    .optional()
    .catch(undefined),
});

const headerSchema = z.object({ key: z.string(), value: z.string(), disabled: z.boolean().catch(false) });

export const isPostmanCollection = (value: unknown): boolean =>
  isObject(value) && 'item' in value && Array.isArray(value.item) && 'info' in value;

export function readPostmanCollection(value: unknown): Found {
  const { info, item, variable } = z
    .object({
      info: z.object({ name: z.string().catch('') }).catch({ name: '' }),
      item: z.array(z.unknown()),
      variable: z.array(z.unknown()).catch([]),
    })
    .parse(value);
  const entries = variable.flatMap((each) => {
    const parsed = variableSchema.safeParse(each);
    return parsed.success ? [asVariable(parsed.data)] : [];
  });
  const variables = new Variables(entries);
  return found(info.name, itemsOf(item, variables));
}

/** Folders hold folders; a list instead of recursion, since somebody else has made them. */
function* itemsOf(items: readonly unknown[], variables: Variables): Generator<() => FoundRequest | Unused> {
  const waiting = items.toReversed();
  while (waiting.length > 0) {
    const each = waiting.pop();
    if (!isObject(each)) continue;
    if ('item' in each && Array.isArray(each.item)) {
      for (const inner of (each.item as readonly unknown[]).toReversed()) waiting.push(inner);
      continue;
    }
    const name = 'name' in each && typeof each.name === 'string' ? each.name : '';
    const request = 'request' in each ? requestSchema.safeParse(requestOf(each.request)) : undefined;
    if (!request?.success) {
      yield () => ({ name: name.slice(0, 80), reason: 'no-address' });
      continue;
    }
    const { method, url, header, body } = request.data;
    const headers = header.flatMap((one) => {
      const parsed = headerSchema.safeParse(one);
      return parsed.success && !parsed.data.disabled
        ? [{ name: parsed.data.key, value: parsed.data.value }]
        : [];
    });
    yield () =>
      foundRequest({ name, method, url: withPathVariables(url), headers, body: body?.raw }, variables);
  }
}

/** A request may be its address alone. */
const requestOf = (request: unknown): unknown =>
  typeof request === 'string' ? { method: 'GET', url: request } : request;

/** `/users/:id` is a place to fill in. */
const withPathVariables = (url: string): string => url.replace(/\/:([A-Za-z][\w-]*)/g, '/{$1}');
