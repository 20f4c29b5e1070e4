import { parseUrl } from '../../../shared/parse-url';

/** The origin of the program's own pages. */
export const pageScheme = 'app';
export const pageHost = 'token-tray';
export const pageOrigin = `${pageScheme}://${pageHost}`;

/** As much of Electron's `WebFrameMain` as tells where a message comes from. */
export interface SendingFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** Only the top frame of one of the program's own pages may give commands. */
export function isTrustedSender(frame: SendingFrame | null): boolean {
  const url = frame?.parent === null ? parseUrl(frame.url) : undefined;
  return url?.protocol === `${pageScheme}:` && url.host === pageHost;
}
