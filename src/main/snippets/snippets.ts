import type { CopyFormat } from '../../shared/copy-format';
import type { SampleRequest } from '../../shared/preset';
import { authorizationHeader } from './authorization-header';
import { curl, type Shell } from './curl';
import { environment } from './environment';
import { powershell } from './powershell';

/** The text of one format. Pure. */
export function snippet(
  format: CopyFormat,
  request: SampleRequest,
  accessToken: string,
  shell: Shell,
): string {
  switch (format) {
    case 'token':
      return accessToken;
    case 'curl':
      return curl(request, accessToken, shell);
    case 'authorization-header':
      return authorizationHeader(accessToken);
    case 'powershell':
      return powershell(request, accessToken);
    case 'environment':
      return environment(accessToken, shell);
  }
}

const withRequest: ReadonlySet<CopyFormat> = new Set<CopyFormat>(['curl', 'powershell']);

/** Whether the text of this format has the sample request in it, and with it its `{placeholders}`. */
export const hasRequest = (format: CopyFormat): boolean => withRequest.has(format);
