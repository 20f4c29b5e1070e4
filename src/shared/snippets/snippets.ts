import type { CopyFormat } from '../copy-format';
import { isPassword, type Delivery } from '../delivery';
import type { SampleRequest } from '../preset';
import { authorizationHeader } from './authorization-header';
import { curl } from './curl';
import { environment } from './environment';
import { powershell } from './powershell';
import type { SnippetInput } from './snippet-input';

/** The text of one format that fits. Pure. @throws for a format with a request, where there is none */
export function snippet(format: CopyFormat, input: SnippetInput): string {
  const { token, shell } = input;
  switch (format) {
    case 'token':
      return token.accessToken;
    case 'curl':
      return curl(requestOf(input), token.accessToken, shell);
    case 'authorization-header':
      return authorizationHeader(token.accessToken);
    case 'powershell':
      return powershell(requestOf(input), token.accessToken);
    case 'environment':
      return environment(token.accessToken, shell);
  }
}

/** The token takes the place of whatever a sample request was authorised with. */
function requestOf({ request }: SnippetInput): SampleRequest {
  if (request === undefined) throw new Error('There is no request to make a snippet from.');
  const headers = request.headers.filter(({ name }) => name.toLowerCase() !== 'authorization');
  return { ...request, headers };
}

const withRequest: ReadonlySet<CopyFormat> = new Set<CopyFormat>(['curl', 'powershell']);

/** Whether the text of this format has the sample request in it, and with it its `{placeholders}`. */
export const hasRequest = (format: CopyFormat): boolean => withRequest.has(format);

/** Whether a format makes sense for a preset. */
export const fits = (
  format: CopyFormat,
  { delivery, hasRequests }: { readonly delivery: Delivery; readonly hasRequests: boolean },
): boolean => !hasRequest(format) || (hasRequests && !isPassword(delivery));
