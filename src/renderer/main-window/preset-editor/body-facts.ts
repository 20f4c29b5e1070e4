import type { RequestDraft } from '../../../shared/preset-draft';

/** What can be said of a body while it is being typed. */
export type BodyFact =
  | { readonly kind: 'json' }
  /** Where it stops being JSON, if that is known. */
  | { readonly kind: 'not-json'; readonly line?: number; readonly column?: number };

/** Undefined for what nobody would take for JSON. */
export function bodyFact(body: string): BodyFact | undefined {
  if (!/^\s*[[{]/.test(body)) return undefined;
  try {
    JSON.parse(body);
    return { kind: 'json' };
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '');
    if (place === null) return { kind: 'not-json' };
    const before = body.slice(0, Number(place[1])).split('\n');
    return { kind: 'not-json', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

/** Whether to offer the header that says what the body is. */
export const lacksContentType = ({ body, headers }: RequestDraft): boolean =>
  body !== null &&
  bodyFact(body)?.kind === 'json' &&
  !headers.some(({ name }) => name.trim().toLowerCase() === 'content-type');
