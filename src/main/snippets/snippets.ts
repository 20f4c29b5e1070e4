import type { CopyFormat } from '../../shared/copy-format';
import type { SampleRequest } from '../../shared/preset';
import { authorizationHeader } from './authorization-header';
import { curl } from './curl';
import { environment } from './environment';
import { powershell } from './powershell';
import type { Shell } from './shell';

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
      return curl(withoutAuthorization(request), accessToken, shell);
    case 'authorization-header':
      return authorizationHeader(accessToken);
    case 'powershell':
      return powershell(withoutAuthorization(request), accessToken);
    case 'environment':
      return environment(accessToken, shell);
  }
}

/** The token takes the place of whatever a sample request was authorised with. */
function withoutAuthorization(request: SampleRequest): SampleRequest {
  const headers = request.headers.filter(({ name }) => name.toLowerCase() !== 'authorization');
  return { ...request, headers };
}

const withRequest: ReadonlySet<CopyFormat> = new Set<CopyFormat>(['curl', 'powershell']);

/** Whether the text of this format has the sample request in it, and with it its `{placeholders}`. */
export const hasRequest = (format: CopyFormat): boolean => withRequest.has(format);
