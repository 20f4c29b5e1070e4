/** What the endpoint answers with, before it is written. */
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
  /** After how long a client may try again, in s. */
  readonly retryAfter?: number;
  /** What may be asked for instead, where the method was wrong. */
  readonly allow?: string;
  /** The connection ends with it. */
  readonly closes?: true;
}

/** Why there is no token, whatever the protocol. */
export type Refusal =
  | { readonly kind: 'invalid'; readonly text: string }
  | { readonly kind: 'wrong-secret' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'switched-off' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'container' }
  | { readonly kind: 'not-allowed'; readonly resource: string; readonly wasAsked: boolean }
  | { readonly kind: 'too-many'; readonly of: 'requests' | 'wrong-secrets' }
  | { readonly kind: 'not-signed-in'; readonly text: string }
  /** It may be had later, without anybody doing anything. */
  | { readonly kind: 'later'; readonly text: string; readonly retryAfter: number }
  | { readonly kind: 'failed'; readonly text: string };

/** A token on its way to a consumer. */
export interface GivenToken {
  readonly accessToken: string;
  /** ms since the epoch */
  readonly expiresOn: number;
  /** Of the client application. */
  readonly clientId: string;
  /** As it was asked for. */
  readonly resource: string;
}

/** For people who read a stack trace: what happened, and what to do in Token Tray. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'invalid':
    case 'not-signed-in':
    case 'later':
    case 'failed':
      return refusal.text;
    case 'wrong-secret':
      return 'Token Tray does not know this secret. It may have been revoked or replaced: copy the lines again under Scripts and SDKs.';
    case 'expired':
      return 'This secret has expired. Give it a new date under Scripts and SDKs in Token Tray.';
    case 'switched-off':
      return 'This program is switched off under Scripts and SDKs in Token Tray.';
    case 'locked':
      return 'Token Tray gives no tokens while the computer is locked. A setting under Scripts and SDKs changes that.';
    case 'container':
      return 'This program may not ask from a container. Allow it under Scripts and SDKs in Token Tray.';
    case 'not-allowed':
      return refusal.wasAsked
        ? `This program may not have tokens for ${refusal.resource} yet. Token Tray has asked its user; try again after they have allowed it.`
        : `This program may not have tokens for ${refusal.resource}. Add it under Scripts and SDKs in Token Tray.`;
    case 'too-many':
      return refusal.of === 'requests'
        ? 'More than 100 requests in a second. Keep a token until it expires instead of asking each time.'
        : 'Too many requests with a secret that Token Tray does not know. Copy the lines again under Scripts and SDKs.';
  }
}
