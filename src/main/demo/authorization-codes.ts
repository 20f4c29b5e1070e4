import { createHash, randomBytes } from 'node:crypto';
import type { TenantChoice } from './directory';
import { codeExpired, codeRedeemed, invalidGrant, wrongRedirect, wrongVerifier } from './errors';
import type { Grant } from './grants';

const lifetime = 5 * 60 * 1000;

/** What a code is tied to when it is made. */
export interface CodeBinding {
  readonly grant: Grant;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly tenant: TenantChoice;
}

export interface CodeRedemption {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
  readonly tenant: TenantChoice;
}

interface IssuedCode extends CodeBinding {
  readonly expiresAt: number;
  redeemed: boolean;
}

/** Authorization codes on their way through the browser: good once, for five minutes (RFC 6749, RFC 7636). */
export class AuthorizationCodes {
  private readonly issued = new Map<string, IssuedCode>();

  constructor(private readonly now: () => number) {}

  issue(binding: CodeBinding): string {
    for (const [code, { expiresAt }] of this.issued) {
      if (expiresAt + lifetime < this.now()) this.issued.delete(code);
    }
    const code = randomBytes(32).toString('base64url');
    this.issued.set(code, { ...binding, expiresAt: this.now() + lifetime, redeemed: false });
    return code;
  }

  /** @throws EntraError if the code was used, is too old, or was made for another request. */
  redeem({ code, verifier, redirectUri, tenant }: CodeRedemption): Grant {
    const found = this.issued.get(code);
    if (!found) throw invalidGrant('The authorization code is not known.');
    if (found.redeemed) throw codeRedeemed();
    found.redeemed = true;
    if (found.expiresAt <= this.now()) throw codeExpired();
    if (found.redirectUri !== redirectUri) throw wrongRedirect();
    if (!sameTenant(found.tenant, tenant)) throw invalidGrant('The code was issued for another tenant.');
    if (createHash('sha256').update(verifier).digest('base64url') !== found.challenge) throw wrongVerifier();
    return found.grant;
  }
}

const sameTenant = (one: TenantChoice, other: TenantChoice): boolean =>
  one.kind === 'one' && other.kind === 'one' ? one.tenant.id === other.tenant.id : one.kind === other.kind;
