import { parseUrl } from '../../shared/parse-url';
import { isLoopbackHost } from '../../shared/text-rules';

/**
 * Whether an address may be handed to the system: https, and http on loopback for the demo tenant. Everything else
 * could start any program that has registered a scheme.
 * https://www.electronjs.org/docs/latest/tutorial/security#15-do-not-use-shellopenexternal-with-untrusted-content
 */
export function mayOpenExternally(address: string, demoInUse: boolean): boolean {
  const url = parseUrl(address);
  if (url === undefined) return false;
  const { protocol, hostname } = url;
  return protocol === 'https:' || (demoInUse && protocol === 'http:' && isLoopbackHost(hostname));
}
