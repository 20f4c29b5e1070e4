import type { JsonObject } from './decode-token';
import type { ClaimView, PartView } from './inspection';
import { formatJson, plainJson, type JsonNode } from './json-tree';

/** Claims whose number is a time, in seconds since the epoch (RFC 7519, section 2, and what Entra adds). */
const times: ReadonlySet<string> = new Set(['exp', 'iat', 'nbf', 'auth_time', 'xms_pl', 'pwd_exp_time']);

/** The furthest that a date can be, in seconds. */
const furthest = 8_640_000_000_000;

/** Header or payload as it is shown. */
export function partView(object: JsonObject): PartView {
  const counts = new Map<string, number>();
  for (const { name } of object.members) counts.set(name, (counts.get(name) ?? 0) + 1);
  const claims = object.members.map(({ name, value }): ClaimView => {
    const items = itemsOf(value);
    const time = times.has(name) ? timeOf(value) : undefined;
    return {
      name,
      text: value.kind === 'string' ? value.value : plainJson(value),
      isText: value.kind === 'string',
      ...(items === undefined ? {} : { items }),
      ...(time === undefined ? {} : { time }),
      isRepeated: (counts.get(name) ?? 0) > 1,
    };
  });
  return { json: formatJson(object), claims };
}

function itemsOf(node: JsonNode): readonly string[] | undefined {
  if (node.kind !== 'array' || node.items.length === 0) return undefined;
  const items = node.items.map(readable);
  return items.every((item) => item !== undefined) ? items : undefined;
}

function readable(node: JsonNode): string | undefined {
  if (node.kind === 'string') return node.value;
  return node.kind === 'number' || node.kind === 'literal' ? node.source : undefined;
}

/** A number of seconds as ms since the epoch, where there is such a date. Also one that was written as a text. */
export function timeOf(node: JsonNode | undefined): number | undefined {
  if (node?.kind !== 'number' && node?.kind !== 'string') return undefined;
  const seconds = Number(node.source.replaceAll('"', '') || Number.NaN);
  return Math.abs(seconds) <= furthest ? seconds * 1000 : undefined;
}

/** Names of claims with a number that most programs would change when they read it. */
export function bigNumbers({ members }: JsonObject): readonly string[] {
  const isBig = (node: JsonNode): boolean => {
    switch (node.kind) {
      case 'number':
        return /^-?\d+$/.test(node.source) && !Number.isSafeInteger(Number(node.source));
      case 'array':
        return node.items.some(isBig);
      case 'object':
        return node.members.some(({ value }) => isBig(value));
      case 'string':
      case 'literal':
        return false;
    }
  };
  return members.filter(({ value }) => isBig(value)).map(({ name }) => name);
}
