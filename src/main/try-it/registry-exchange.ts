import { z } from 'zod';
import type { Exchange, ExchangeLimits } from '../platform/exchange';
import { registryScope } from '../../shared/snippets/registry-scope';

/** The registry gave no token of its own. */
export class RegistryRefused extends Error {
  override readonly name = 'RegistryRefused';

  constructor(readonly status: number) {
    super(`The registry did not exchange the token: ${String(status)}.`);
  }
}

/** Bytes; the answers hold a token each. */
const longestAnswer = 256 * 1024;

/**
 * A container registry takes tokens of its own only: one for Entra's, and with it the one for what is to be done.
 * https://github.com/Azure/acr/blob/main/docs/AAD-OAuth.md
 * @returns both, the one that the request takes last @throws RegistryRefused, and what `exchange` throws
 */
export async function registryTokens(
  exchange: Exchange,
  wanted: {
    readonly url: string;
    readonly method: string;
    readonly accessToken: string;
    readonly tenantId: string;
  },
  signal: AbortSignal,
): Promise<readonly [refreshToken: string, accessToken: string]> {
  const { origin, host, pathname } = new URL(wanted.url);
  const limits: ExchangeLimits = { signal, mostBytes: longestAnswer, received: () => undefined };
  const ask = async (
    path: string,
    fields: Readonly<Record<string, string>>,
    name: string,
  ): Promise<string> => {
    const { status, body } = await exchange(
      {
        method: 'POST',
        url: `${origin}${path}`,
        headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
        body: new URLSearchParams(fields).toString(),
      },
      limits,
    );
    const token = status === 200 ? tokenIn(body.toString('utf8'), name) : undefined;
    if (token === undefined) throw new RegistryRefused(status);
    return token;
  };
  const refreshToken = await ask(
    '/oauth2/exchange',
    {
      grant_type: 'access_token',
      service: host,
      ...(wanted.tenantId === '' ? {} : { tenant: wanted.tenantId }),
      access_token: wanted.accessToken,
    },
    'refresh_token',
  );
  const scope = registryScope(wanted.method, pathname);
  const grant = { grant_type: 'refresh_token', service: host, scope, refresh_token: refreshToken };
  return [refreshToken, await ask('/oauth2/token', grant, 'access_token')];
}

function tokenIn(text: string, name: string): string | undefined {
  try {
    const value: unknown = z.record(z.string(), z.unknown()).parse(JSON.parse(text))[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}
