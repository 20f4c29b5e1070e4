import { createHash, randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { demoClientId, demoResources, demoTenants, startDemoTenant, type DemoTenant } from './index';
import { TestPage } from './test-browser';

export const zoe = 'Zoë Nuñez-Ødegård';
export const alex = 'Alex Moreau';
export const [homeTenant, guestTenant, strictTenant] = z
  .tuple([tenantSchema(), tenantSchema(), tenantSchema()])
  .parse(demoTenants);
export const redirectUri = 'http://localhost:49152';

function tenantSchema() {
  return z.object({ id: z.string(), name: z.string(), domain: z.string() });
}

/** Matchers of unknown type: vitest's own are `any`. */
export const containing = (text: string): unknown => expect.stringContaining(text);
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const anyText: unknown = expect.any(String);

/** The first state ever saved: it holds nothing but a signing key, which takes long to make. */
let onlyKey: string | undefined;

/** A demo tenant whose clock can be moved and whose saved state can be read. */
export class TestDemo {
  /** Milliseconds since the epoch; replace it to make time stand still. */
  clock = Date.now;
  /** Milliseconds added to the clock. */
  ahead = 0;
  saved: string | undefined;

  constructor(private running?: DemoTenant) {}

  async start(preferredPort = 0): Promise<this> {
    this.saved ??= onlyKey;
    this.running = await startDemoTenant({
      load: () => Promise.resolve(this.saved),
      save: (state) => {
        onlyKey ??= state;
        this.saved = state;
        return Promise.resolve();
      },
      now: () => this.clock() + this.ahead,
      preferredPort,
    });
    return this;
  }

  get tenant(): DemoTenant {
    if (!this.running) throw new Error('not started');
    return this.running;
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    delete this.running;
  }

  /**
   * The authorize page as an application would open it; `changes` replace or (undefined) remove parameters.
   * Tenant `adfs` is the AD FS.
   */
  authorize(
    changes: Readonly<Record<string, string | undefined>> = {},
    tenant = 'common',
  ): Promise<TestPage> {
    const query = new URLSearchParams();
    const all: Readonly<Record<string, string | undefined>> = {
      client_id: demoClientId,
      response_type: 'code',
      response_mode: 'form_post',
      redirect_uri: redirectUri,
      scope: `${demoResources.api}/.default openid profile offline_access`,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 'the state & more',
      ...changes,
    };
    for (const [name, value] of Object.entries(all)) if (value !== undefined) query.set(name, value);
    return TestPage.open(`${this.endpoint(tenant, 'authorize')}?${query}`);
  }

  /** Posts to the token endpoint. */
  async token(form: Readonly<Record<string, string>>, tenant = 'common') {
    const response = await fetch(this.endpoint(tenant, 'token'), {
      method: 'POST',
      body: new URLSearchParams({ client_id: demoClientId, ...form }),
    });
    const body = answerSchema.parse(await response.json());
    return { status: response.status, body };
  }

  /** What a signed-in application holds: the answer to a code. */
  async tokens(resource: string = demoResources.api, person = zoe, tenant = 'common') {
    const scope = `${resource}/.default openid profile offline_access`;
    const page = await (await this.authorize({ scope }, tenant)).press(person);
    const { status, body } = await this.token(byCode(page.answer['code']), tenant);
    if (status !== 200) throw new Error(body.error_description);
    return { accessToken: body.access_token ?? '', refreshToken: body.refresh_token ?? '', body };
  }

  api(path: string, accessToken: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${accessToken}`);
    return fetch(`${this.tenant.origin}/api${path}`, { ...init, headers });
  }

  private endpoint(tenant: string, name: string): string {
    return `${this.tenant.origin}/${tenant}/oauth2/${tenant === 'adfs' ? '' : 'v2.0/'}${name}`;
  }
}

const answerSchema = z.looseObject({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
  scope: z.string().optional(),
  expires_in: z.number().optional(),
  refresh_in: z.number().optional(),
  client_info: z.string().optional(),
  error: z.string().optional(),
  error_description: z.string().optional(),
  error_codes: z.array(z.number()).optional(),
  suberror: z.string().optional(),
  claims: z.string().optional(),
  correlation_id: z.string().optional(),
});

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

export const byCode = (code: string | undefined) => ({
  grant_type: 'authorization_code',
  code: code ?? '',
  code_verifier: verifier,
  redirect_uri: redirectUri,
});

export const byRefreshToken = (refreshToken: string, resource: string = demoResources.api) => ({
  grant_type: 'refresh_token',
  refresh_token: refreshToken,
  scope: `${resource}/.default openid profile offline_access`,
});
