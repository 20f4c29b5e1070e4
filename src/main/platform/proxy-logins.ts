import { z } from 'zod';
import type { EncryptedDocument } from '../storage/encrypted-document';

const loginSchema = z.strictObject({ username: z.string().max(500), password: z.string().max(1000) });
const fileSchema = z.strictObject({
  version: z.literal(1),
  /** By `host:port`. */
  proxies: z.record(z.string().max(300), loginSchema),
});

/** What a proxy is told. */
export type ProxyLogin = z.infer<typeof loginSchema>;

/** User names and passwords for proxies: those to be remembered in one encrypted document, the others in memory only. */
export class ProxyLogins {
  private readonly logins = new Map<string, ProxyLogin>();
  private readonly remembered = new Set<string>();
  private document: EncryptedDocument | undefined;

  /** Reads what was remembered. What makes no sense counts as nothing: it is asked for again. */
  open(document: EncryptedDocument): void {
    this.document = document;
    for (const [proxy, login] of readLogins(document.text)) {
      if (this.logins.has(proxy)) continue;
      this.logins.set(proxy, login);
      this.remembered.add(proxy);
    }
  }

  /** `proxy` is `host:port`. The same object each time, until another login is set. */
  find(proxy: string): ProxyLogin | undefined {
    return this.logins.get(proxy);
  }

  /** @throws when it cannot be written; it is used all the same */
  async set(proxy: string, { username, password }: ProxyLogin, remember: boolean): Promise<void> {
    this.logins.set(proxy, { username, password });
    // What was remembered before is wrong now, whether or not the new one is to be kept.
    const wasRemembered = this.remembered.delete(proxy);
    if (remember) this.remembered.add(proxy);
    if (remember || wasRemembered) await this.save();
  }

  /** All of them. Chromium has its own copy: see `session.clearAuthCache`. @throws when it cannot be written */
  async forgetAll(): Promise<void> {
    this.logins.clear();
    this.remembered.clear();
    await this.save();
  }

  private async save(): Promise<void> {
    const proxies = Object.fromEntries([...this.logins].filter(([proxy]) => this.remembered.has(proxy)));
    if (this.remembered.size === 0) await this.document?.delete();
    else await this.document?.save(JSON.stringify({ version: 1, proxies }));
  }
}

function readLogins(text: string | undefined): readonly (readonly [string, ProxyLogin])[] {
  try {
    return Object.entries(fileSchema.parse(JSON.parse(text ?? '')).proxies);
  } catch {
    return [];
  }
}
