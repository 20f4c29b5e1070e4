import { calculateJwkThumbprint, importJWK, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import type { RsaKey } from './state';

/** What a token must be to be taken. */
export interface Expected {
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The key that all of the demo's tokens are signed with. */
export class SigningKey {
  private constructor(
    private readonly rsa: RsaKey,
    private readonly key: CryptoKey | Uint8Array,
    private readonly publicKey: CryptoKey | Uint8Array,
    private readonly keyId: string,
  ) {}

  static async import(rsa: RsaKey): Promise<SigningKey> {
    const { kty, n, e } = rsa;
    const publicKey = await importJWK({ kty, n, e }, 'RS256');
    const keyId = await calculateJwkThumbprint({ kty, n, e });
    return new SigningKey(rsa, await importJWK(rsa, 'RS256'), publicKey, keyId);
  }

  /** The JSON Web Key Set that others check the demo's signatures with. */
  keySet() {
    const { kty, n, e } = this.rsa;
    return { keys: [{ kty, n, e, use: 'sig', alg: 'RS256', kid: this.keyId }] };
  }

  /** @param issuedAt in seconds since the epoch, @param lifetime in seconds */
  sign(claims: JWTPayload, issuedAt: number, lifetime: number): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: this.keyId })
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(this.key);
  }

  /** @throws errors.JOSEError of jose, which says what is wrong. */
  async verify(token: string, { issuers, audiences, now }: Expected): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, this.publicKey, {
      algorithms: ['RS256'],
      issuer: [...issuers],
      audience: [...audiences],
      currentDate: new Date(now),
      requiredClaims: ['exp'],
    });
    return payload;
  }
}
