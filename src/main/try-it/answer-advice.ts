import { parseClaimsChallenge } from '../../shared/claims-challenge';
import { parseUrl } from '../../shared/parse-url';
import type { TrialAdvice, UnauthorizedReason } from '../../shared/trial';
import { parseChallenges } from '../../shared/www-authenticate';
import { errorOf, missingPermission, shown, type Refusal } from './forbidden';

export interface JudgedAnswer extends Refusal {
  readonly status: number;
  readonly retryAfter: string;
  /** Where a redirect leads. */
  readonly location: string;
}

/** What an answer means, and what of it can be done something about. Undefined: it is a success. Pure. */
export function answerAdvice(answer: JudgedAnswer, now: number): TrialAdvice | undefined {
  const { status, challenge, location } = answer;
  if (status < 300) return undefined;
  if (status < 400) return redirect(location, answer.url);
  switch (status) {
    case 401: {
      const claims = challenge === '' ? undefined : parseClaimsChallenge(`WWW-Authenticate: ${challenge}`);
      if (claims?.ok === true) return { kind: 'challenge', asks: claims.asks };
      const missing = missingPermission(answer);
      // Some services say 401 where they mean 403.
      return missing.kind === 'unsaid' ? unauthorized(answer) : { kind: 'forbidden', missing };
    }
    case 403: {
      const claims = challenge === '' ? undefined : parseClaimsChallenge(`WWW-Authenticate: ${challenge}`);
      if (claims?.ok === true) return { kind: 'challenge', asks: claims.asks };
      return { kind: 'forbidden', missing: missingPermission(answer) };
    }
    case 404:
    case 410:
      return { kind: 'not-found' };
    case 429:
      return { kind: 'throttled', ...retryAfter(answer.retryAfter, now) };
    default:
      return status >= 500
        ? { kind: 'server', ...retryAfter(answer.retryAfter, now) }
        : { kind: 'other-client' };
  }
}

/** The claims that a challenge asks for, for the next token; undefined: it has none. */
export function claimsOf(challenge: string): string | undefined {
  const claims = challenge === '' ? undefined : parseClaimsChallenge(`WWW-Authenticate: ${challenge}`);
  return claims?.ok === true ? claims.claims : undefined;
}

function redirect(location: string, from: string): TrialAdvice | undefined {
  const url = location === '' ? undefined : parseUrl(location, from);
  return url === undefined ? undefined : { kind: 'redirect', location: shown(location), host: url.host };
}

function unauthorized({ challenge, text }: JudgedAnswer): TrialAdvice {
  const challenges = parseChallenges(challenge);
  const ours = challenges.filter(({ scheme }) => scheme === 'bearer' || scheme === 'pop');
  if (challenges.length > 0 && ours.length === 0) return { kind: 'unauthorized', reason: 'scheme' };
  const described = ours.map(({ parameters }) => parameters.get('error_description') ?? '').join(' ');
  const { code, message } = errorOf(text.slice(0, 64 * 1024));
  const all = `${described} ${code} ${message}`;
  const said = shown(described.trim() === '' ? message : described);
  return { kind: 'unauthorized', reason: reasonOf(all), ...(said === '' ? {} : { said }) };
}

/**
 * By the words of ASP.NET Core's and IdentityModel's bearer authentication, Graph, ARM, Key Vault (AKV1…) and Storage.
 */
function reasonOf(text: string): UnauthorizedReason {
  if (/audience|AKV10022|AADSTS500011/i.test(text)) return 'audience';
  if (/expired|lifetime|not yet valid|no longer valid/i.test(text)) return 'expired';
  if (/issuer|InvalidAuthenticationTokenTenant|wrong tenant|AKV10032|different tenant|tenant/i.test(text))
    return 'tenant';
  return /signature|signing key/i.test(text) ? 'signature' : 'unknown';
}

/** When to try again, in ms since the epoch: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
function retryAfter(value: string, now: number): { retryAfter?: number } {
  if (/^\d{1,9}$/.test(value)) return { retryAfter: now + Number(value) * 1000 };
  const date = value === '' ? Number.NaN : Date.parse(value);
  return Number.isNaN(date) ? {} : { retryAfter: date };
}
