import { randomBytes, randomInt } from 'node:crypto';
import type { ClaimsRequest } from './claims';
import type { TenantChoice } from './directory';
import {
  authorizationPending,
  deviceCodeExpired,
  slowDown,
  unknownDeviceCode,
  type EntraError,
} from './errors';
import type { RequestedScope } from './resources';
import type { Grant } from './grants';

const lifetimeSeconds = 15 * 60;
const intervalSeconds = 1;
// Timers may fire a little early; only polling clearly faster than told is refused.
const tolerance = 500;
// RFC 8628, 6.1: letters that cannot form words or be mistaken for each other.
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** A device waiting for somebody to type its code. */
export interface DeviceRequest {
  readonly tenant: TenantChoice;
  readonly scope: RequestedScope;
  readonly claims: ClaimsRequest;
  readonly correlationId: string;
}

interface Waiting {
  readonly request: DeviceRequest;
  readonly userCode: string;
  readonly expiresAt: number;
  interval: number;
  lastPoll: number;
  outcome: Grant | EntraError | undefined;
}

/** Device codes being polled for (RFC 8628). */
export class DeviceCodes {
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly now: () => number) {}

  issue(request: DeviceRequest, verificationUri: string) {
    for (const [code, { expiresAt }] of this.waiting) {
      if (expiresAt + lifetimeSeconds * 1000 < this.now()) this.waiting.delete(code);
    }
    const deviceCode = randomBytes(32).toString('base64url');
    const userCode = Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join('');
    this.waiting.set(deviceCode, {
      request,
      userCode,
      expiresAt: this.now() + lifetimeSeconds * 1000,
      interval: intervalSeconds * 1000,
      lastPoll: Number.NEGATIVE_INFINITY,
      outcome: undefined,
    });
    return {
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: verificationUri,
      expires_in: lifetimeSeconds,
      interval: intervalSeconds,
      message: `To sign in, open the page ${verificationUri} in a browser and enter the code ${userCode}.`,
    };
  }

  /** The request behind a code a person typed; undefined if it is wrong, too old or already answered. */
  find(typed: string): DeviceRequest | undefined {
    return this.byUserCode(typed)?.request;
  }

  settle(userCode: string, outcome: Grant | EntraError): void {
    const found = this.byUserCode(userCode);
    if (found) found.outcome = outcome;
  }

  /** @throws EntraError until somebody has signed in, and for good when they declined or the time is over. */
  redeem(deviceCode: string): Grant {
    const found = this.waiting.get(deviceCode);
    if (!found) throw unknownDeviceCode();
    if (found.expiresAt <= this.now()) throw deviceCodeExpired();
    if (found.outcome === undefined) throw this.keepWaiting(found);
    this.waiting.delete(deviceCode);
    if (found.outcome instanceof Error) throw found.outcome;
    return found.outcome;
  }

  private keepWaiting(found: Waiting): EntraError {
    const tooSoon = this.now() - found.lastPoll < found.interval - tolerance;
    found.lastPoll = this.now();
    if (!tooSoon) return authorizationPending();
    found.interval += 5000;
    return slowDown();
  }

  private byUserCode(typed: string): Waiting | undefined {
    const wanted = typed.toUpperCase().replace(/[^A-Z]/g, '');
    return [...this.waiting.values()].find(
      ({ userCode, expiresAt, outcome }) =>
        userCode === wanted && expiresAt > this.now() && outcome === undefined,
    );
  }
}
