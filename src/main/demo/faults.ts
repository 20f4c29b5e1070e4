import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { apiProblem } from './api-problems';
import { refusalReply, retryAfterHeader } from './error-body';
import { EntraError, serviceBusy, tooManyRequests, type EntraErrorDetails } from './errors';
import type { Reply, Request } from './http';

/** Something that goes wrong although nobody has done anything wrong. */
export type Fault =
  | { readonly kind: 'throttled'; /** Seconds. */ readonly retryAfter: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'slow'; /** Milliseconds before the answer. */ readonly delay: number }
  /** The connection ends in the middle of the answer. */
  | { readonly kind: 'cut' }
  /** A page with status 200, as a hotel's network answers. */
  | { readonly kind: 'html' }
  | { readonly kind: 'redirect'; /** Origin of another host. */ readonly to: string }
  /** Discovery names another issuer. */
  | { readonly kind: 'issuer'; readonly issuer: string }
  /** The clock of the authority is off by this many milliseconds, as its `Date` header says. */
  | { readonly kind: 'clock'; readonly ahead: number }
  /** Refused in these words: by the token endpoint as JSON, at `authorize` as what the browser posts. */
  | { readonly kind: 'refused'; readonly error: EntraErrorDetails };

/** Which requests go wrong: `token` are all at the token endpoint, `refresh` only those with a refresh token. */
export type FaultPlace = 'anywhere' | 'discovery' | 'authorize' | 'devicecode' | 'token' | 'refresh' | 'api';

interface Standing {
  readonly place: FaultPlace;
  readonly fault: Fault;
  left: number;
}

/** The faults of a demo tenant under test. Nothing outside of its process can set one. */
export class Faults {
  private standing: Standing[] = [];

  /** @param times how many requests go wrong from now on; `Infinity` until `heal` */
  add(place: FaultPlace, fault: Fault, times: number): void {
    this.standing.push({ place, fault, left: times });
  }

  heal(): void {
    this.standing = [];
  }

  /** The refusal that is due here, for whoever can put it into words for the application. */
  refusal(place: 'authorize' | 'devicecode' | 'token' | 'refresh'): EntraError | undefined {
    const fault = this.take([place], (candidate) => candidate.kind === 'refused');
    return fault?.kind === 'refused' ? new EntraError(fault.error) : undefined;
  }

  /** Answers the request, or lets it go wrong. */
  async around(request: Request, answer: () => Promise<Reply>): Promise<Reply> {
    const places = placesOf(request);
    const fault = this.take(places, ({ kind }) => kind !== 'refused');
    switch (fault?.kind) {
      case 'throttled':
        return overloaded(places, tooManyRequests(fault.retryAfter));
      case 'unavailable':
        return overloaded(places, serviceBusy());
      case 'html':
        return portal;
      case 'redirect':
        return redirect(`${fault.to}${request.url.pathname}${request.url.search}`);
      case 'slow':
        await wait(fault.delay, undefined, { ref: false });
        return answer();
      case 'cut':
        return { ...(await answer()), cut: true };
      case 'issuer':
        return withIssuer(await answer(), fault.issuer);
      case 'clock':
        return withDate(await answer(), new Date(Date.now() + fault.ahead));
      default:
        return answer();
    }
  }

  private take(places: readonly FaultPlace[], fits: (fault: Fault) => boolean): Fault | undefined {
    const found = this.standing.find(
      ({ place, fault, left }) =>
        left > 0 &&
        fits(fault) &&
        (place === 'anywhere' || places.includes(place) || (place === 'token' && places.includes('refresh'))),
    );
    if (found) found.left -= 1;
    return found?.fault;
  }
}

function placesOf({ method, url, body }: Request): readonly FaultPlace[] {
  const pathname = url.pathname.replace(/\/$/, '');
  if (pathname.startsWith('/api/')) return ['api'];
  if (/\/(openid-configuration|discovery\/instance)$/.test(pathname)) return ['discovery'];
  if (pathname.endsWith('/authorize')) return ['authorize'];
  if (pathname.endsWith('/devicecode')) return ['devicecode'];
  if (method !== 'POST' || !/\/oauth2\/(v2\.0\/)?token$/.test(pathname)) return [];
  return [new URLSearchParams(body).get('grant_type') === 'refresh_token' ? 'refresh' : 'token'];
}

function overloaded(places: readonly FaultPlace[], error: EntraError): Reply {
  if (!places.includes('api'))
    return refusalReply(undefined, error, { correlationId: randomUUID(), now: Date.now() });
  const { status, text, retryAfter } = error.details;
  return apiProblem(
    status ?? 503,
    status === 429 ? 'TooManyRequests' : 'ServerTimeout',
    text,
    retryAfterHeader(retryAfter),
  );
}

const portal: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Welcome</title><h1>Hotel Wi-Fi</h1><p>Enter your room number to go online.</p>',
};

const redirect = (location: string): Reply => ({ status: 302, headers: { location }, body: '' });

const configurationSchema = z.looseObject({ issuer: z.string() });

function withIssuer(reply: Reply, issuer: string): Reply {
  const configuration = configurationSchema.safeParse(JSON.parse(reply.body.toString()));
  return configuration.success
    ? { ...reply, body: JSON.stringify({ ...configuration.data, issuer }) }
    : reply;
}

const withDate = (reply: Reply, date: Date): Reply => ({
  ...reply,
  headers: { ...reply.headers, date: date.toUTCString() },
});
