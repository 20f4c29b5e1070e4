/**
 * A web address as the URL Standard reads it; undefined: it is none. `URL.canParse` is not asked anywhere: once it has
 * been called a few thousand times, Node 20 and 22 refuse what has an é in it (https://github.com/AikidoSec/firewall-node/pull/1086).
 * @param base what a relative address is relative to
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
