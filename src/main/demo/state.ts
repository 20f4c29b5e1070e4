import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK } from 'jose';
import { z } from 'zod';

const rsaKeySchema = z.object({
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

const refreshTokenSchema = z.object({
  /** SHA-256 of the token: the token itself is never kept. */
  hash: z.string(),
  personId: z.string(),
  /** Milliseconds since the epoch. */
  expiresAt: z.number(),
});

const stateSchema = z.object({
  version: z.literal(1),
  signingKey: rsaKeySchema,
  refreshTokens: z.array(refreshTokenSchema),
  consents: z.array(z.string()),
  secondFactors: z.array(z.string()),
  /** A state of before has none. */
  contexts: z.array(z.string()).default([]),
});

type State = z.infer<typeof stateSchema>;
export type RsaKey = z.infer<typeof rsaKeySchema>;

const refreshTokenLifetime = 90 * 24 * 60 * 60 * 1000;
const refreshTokensKept = 200;
const contextsKept = 200;

/** What the demo remembers from one run of the program to the next. */
export class DemoState {
  private saving: Promise<void> = Promise.resolve();

  private constructor(
    private readonly state: State,
    private readonly save: (state: string) => Promise<void>,
  ) {}

  /** Takes up the saved state; one that cannot be read is replaced by a fresh one. */
  static async open(
    load: () => Promise<string | undefined>,
    save: (state: string) => Promise<void>,
  ): Promise<DemoState> {
    const saved = await load()
      .then(parse)
      .catch(() => undefined);
    if (saved) return new DemoState(saved, save);
    const fresh = new DemoState(await freshState(), save);
    await fresh.changed();
    return fresh;
  }

  get signingKey(): RsaKey {
    return this.state.signingKey;
  }

  async addRefreshToken(personId: string, now: number): Promise<string> {
    const token = randomBytes(48).toString('base64url');
    const alive = this.state.refreshTokens.filter(({ expiresAt }) => expiresAt > now);
    alive.push({ hash: hashOf(token), personId, expiresAt: now + refreshTokenLifetime });
    this.state.refreshTokens = alive.slice(-refreshTokensKept);
    await this.changed();
    return token;
  }

  /** Whose refresh token this is; undefined if it is unknown, used up or expired. */
  refreshTokenOwner(token: string, now: number): string | undefined {
    const hash = hashOf(token);
    const found = this.state.refreshTokens.find((record) => record.hash === hash);
    return found && found.expiresAt > now ? found.personId : undefined;
  }

  async dropRefreshToken(token: string): Promise<void> {
    const hash = hashOf(token);
    this.state.refreshTokens = this.state.refreshTokens.filter((record) => record.hash !== hash);
    await this.changed();
  }

  hasConsented(personId: string, tenantId: string, audience: string): boolean {
    return this.state.consents.includes(`${personId} ${tenantId} ${audience}`);
  }

  async addConsent(personId: string, tenantId: string, audience: string): Promise<void> {
    this.state.consents = [...new Set([...this.state.consents, `${personId} ${tenantId} ${audience}`])];
    await this.changed();
  }

  hasSecondFactor(personId: string, tenantId: string): boolean {
    return this.state.secondFactors.includes(`${personId} ${tenantId}`);
  }

  async addSecondFactor(personId: string, tenantId: string): Promise<void> {
    this.state.secondFactors = [...new Set([...this.state.secondFactors, `${personId} ${tenantId}`])];
    await this.changed();
  }

  /** The authentication contexts that the person has reached. */
  contextsOf(personId: string, tenantId: string): readonly string[] {
    const start = `${personId} ${tenantId} `;
    return this.state.contexts.flatMap((kept) => (kept.startsWith(start) ? [kept.slice(start.length)] : []));
  }

  async addContexts(personId: string, tenantId: string, contexts: readonly string[]): Promise<void> {
    const added = contexts.map((context) => `${personId} ${tenantId} ${context}`);
    this.state.contexts = [...new Set([...this.state.contexts, ...added])].slice(-contextsKept);
    await this.changed();
  }

  /** Resolves when everything changed so far has been handed to `save`. */
  settled(): Promise<void> {
    return this.saving;
  }

  /** Saves one after the other. A save that fails is the saver's to report: the demo goes on from memory. */
  private changed(): Promise<void> {
    this.saving = this.saving.then(() => this.save(JSON.stringify(this.state))).catch(() => undefined);
    return this.saving;
  }
}

async function parse(saved: string | undefined): Promise<State | undefined> {
  if (saved === undefined) return undefined;
  const state = stateSchema.parse(JSON.parse(saved));
  await importJWK(state.signingKey, 'RS256');
  return state;
}

async function freshState(): Promise<State> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    version: 1,
    signingKey: rsaKeySchema.parse(await exportJWK(privateKey)),
    refreshTokens: [],
    consents: [],
    secondFactors: [],
    contexts: [],
  };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
