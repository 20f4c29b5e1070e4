import { randomUUID } from 'node:crypto';
import type { Fetch } from './network-client';

/** The token endpoint of any tenant for applications that sign in as themselves, answering without a network. */
export class TestTokenEndpoint {
  /** What was posted, newest last. */
  readonly posted: { readonly url: string; readonly form: URLSearchParams }[] = [];
  /** Seconds. */
  lifetime = 3600;
  /** Seconds until a refresh is due. */
  refreshIn: number | undefined;
  /** `tid` of the tokens, where it is not that of the address. */
  tid: string | undefined;
  /** Takes the place of the answer. */
  refusal: { readonly status: number; readonly body: object } | undefined;
  offline = false;
  /** Answers wait for this. */
  before: (form: URLSearchParams) => Promise<void> = () => Promise.resolve();

  readonly fetch: Fetch = async (url, init) => {
    if (this.offline) throw new TypeError('net::ERR_INTERNET_DISCONNECTED');
    if (init.method !== 'POST') return json(200, discovery(new URL(url)));
    const form = new URLSearchParams(typeof init.body === 'string' ? init.body : '');
    this.posted.push({ url, form });
    await this.before(form);
    if (this.refusal !== undefined) return json(this.refusal.status, this.refusal.body);
    const tid = this.tid ?? new URL(url).pathname.split('/')[1];
    return json(200, {
      token_type: 'Bearer',
      expires_in: this.lifetime,
      ...(this.refreshIn === undefined ? {} : { refresh_in: this.refreshIn }),
      access_token: jwt({ tid, aud: form.get('scope'), jti: randomUUID() }),
    });
  };

  get lastForm(): URLSearchParams {
    return this.posted.at(-1)?.form ?? new URLSearchParams();
  }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object): string => `${encode({ alg: 'none' })}.${encode(claims)}.`;

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

function discovery({ origin, pathname }: URL): object {
  const base = `${origin}/${pathname.split('/')[1]}`;
  return {
    issuer: base,
    authorization_endpoint: `${base}/oauth2/authorize`,
    token_endpoint: `${base}/oauth2/token`,
    jwks_uri: `${base}/discovery/keys`,
  };
}
