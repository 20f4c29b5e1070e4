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
  private remembered: Readonly<Record<string, ProxyLogin>> = {};
  private readonly forNow = new Map<string, ProxyLogin>();
  private document: EncryptedDocument | undefined;

  /** Reads what was remembered. What makes no sense counts as nothing: it is asked for again. */
  open(document: EncryptedDocument): void {
    this.document = document;
    try {
      this.remembered = fileSchema.parse(JSON.parse(document.text ?? '')).proxies;
    } catch {
      this.remembered = {};
    }
  }

  /** `proxy` is `host:port`. */
  find(proxy: string): ProxyLogin | undefined {
    return this.forNow.get(proxy) ?? this.remembered[proxy];
  }

  /** @throws when it cannot be written; it is used all the same */
  async set(proxy: string, { username, password }: ProxyLogin, remember: boolean): Promise<void> {
    this.forNow.set(proxy, { username, password });
    if (remember) await this.save({ ...this.remembered, [proxy]: { username, password } });
  }

  /** All of them. @throws when it cannot be written */
  async forgetAll(): Promise<void> {
    this.forNow.clear();
    this.remembered = {};
    await this.document?.delete();
  }

  private async save(proxies: Readonly<Record<string, ProxyLogin>>): Promise<void> {
    this.remembered = proxies;
    await this.document?.save(JSON.stringify({ version: 1, proxies }));
  }
}
