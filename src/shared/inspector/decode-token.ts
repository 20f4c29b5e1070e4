import { decodeBase64url, type Base64Problem } from './base64url';
import { readJson, type JsonMember } from './json-tree';
import { opaqueHint, type OpaqueHint } from './opaque-tokens';

/** A part of a token in compact form (RFC 7515, section 3.1) that is JSON. */
export type TokenPart = 'header' | 'payload';

export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

/** Why something that looks like a JSON Web Token is none. */
export type MalformedProblem =
  /** It has `count` parts, where three (or five, encrypted) make a token. */
  | { readonly what: 'parts'; readonly count: number }
  /** `at`: the letter of the part, from 0. */
  | { readonly what: `base64-${Base64Problem}`; readonly part: TokenPart | 'signature'; readonly at: number }
  | { readonly what: 'utf-8'; readonly part: TokenPart }
  /** `at`: the letter of the part when it is decoded, from 0. */
  | { readonly what: 'json' | 'json-too-deep'; readonly part: TokenPart; readonly at: number }
  | { readonly what: 'not-an-object'; readonly part: TokenPart };

export type DecodedToken =
  | {
      readonly kind: 'signed';
      readonly header: JsonObject;
      readonly payload: JsonObject;
      readonly hasSignature: boolean;
    }
  /** Only whom it is for can read more than its header (RFC 7516). */
  | { readonly kind: 'encrypted'; readonly header: JsonObject }
  | { readonly kind: 'opaque'; readonly hint: OpaqueHint; readonly length: number }
  | { readonly kind: 'malformed'; readonly problem: MalformedProblem };

type Read =
  | { readonly ok: true; readonly node: JsonObject }
  | { readonly ok: false; readonly problem: MalformedProblem };

/** Reads a token, without checking who has made it. Never throws. */
export function decodeToken(token: string): DecodedToken {
  const parts = token.split('.');
  const [headerText = '', payloadText = '', signature = ''] = parts;
  const header = readPart('header', headerText);
  // Every JSON Web Token begins like this: `{"` in base64url.
  const looksRight = headerText.startsWith('eyJ') && (parts.length > 1 || /^[\w-]{20,}$/.test(token));
  if (!header.ok && !looksRight) return { kind: 'opaque', hint: opaqueHint(token), length: token.length };
  if (parts.length !== 3 && parts.length !== 5)
    return { kind: 'malformed', problem: { what: 'parts', count: parts.length } };
  if (!header.ok) return { kind: 'malformed', problem: header.problem };
  if (parts.length === 5) return { kind: 'encrypted', header: header.node };
  const payload = readPart('payload', payloadText);
  if (!payload.ok) return { kind: 'malformed', problem: payload.problem };
  const raw = decodeBase64url(signature);
  // Loose bits at its end are for whoever checks it to judge.
  if (!raw.ok && raw.problem !== 'ending')
    return {
      kind: 'malformed',
      problem: { what: `base64-${raw.problem}`, part: 'signature', at: raw.at },
    };
  return { kind: 'signed', header: header.node, payload: payload.node, hasSignature: signature !== '' };
}

function readPart(part: TokenPart, text: string): Read {
  const raw = decodeBase64url(text);
  if (!raw.ok) return wrong({ what: `base64-${raw.problem}`, part, at: raw.at });
  let json: string;
  try {
    json = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw.bytes);
  } catch {
    return wrong({ what: 'utf-8', part });
  }
  const read = readJson(json);
  if (!read.ok)
    return wrong({ what: read.problem === 'syntax' ? 'json' : 'json-too-deep', part, at: read.at });
  if (read.node.kind !== 'object') return wrong({ what: 'not-an-object', part });
  return { ok: true, node: read.node };
}

const wrong = (problem: MalformedProblem): Read => ({ ok: false, problem });
