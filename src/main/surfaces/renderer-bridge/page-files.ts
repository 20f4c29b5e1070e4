import { join, normalize, sep } from 'node:path';
import { parseUrl } from '../../../shared/parse-url';
import { pageHost, pageScheme } from './trusted-sender';

/** Nothing but the program's own files. Fluent's style rules are inserted by script, which `style-src` does not hold. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The file below `folder` that a page address names, or nothing for an address that leads elsewhere. */
export function pageFile(folder: string, address: string): string | undefined {
  const url = parseUrl(address);
  if (url === undefined) return undefined;
  const { protocol, host, pathname } = url;
  if (protocol !== `${pageScheme}:` || host !== pageHost) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) ? file : undefined;
}
