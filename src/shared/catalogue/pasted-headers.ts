import type { SampleRequest } from '../preset';
import type { Dropped } from './recognised';

export type Header = SampleRequest['headers'][number];

const secretNames: Readonly<Record<string, Dropped>> = {
  authorization: 'authorization',
  'proxy-authorization': 'authorization',
  'x-ms-authorization-auxiliary': 'authorization',
  cookie: 'cookies',
  'api-key': 'api-key',
  apikey: 'api-key',
  'x-api-key': 'api-key',
  'ocp-apim-subscription-key': 'api-key',
  'ocp-apim-trace': 'browser-headers',
  'x-functions-key': 'api-key',
  'aeg-sas-key': 'api-key',
  'aeg-sas-token': 'sas',
  'x-xsrf-token': 'cookies',
  'x-csrf-token': 'cookies',
};

/** What a browser or a client sends by itself, and what the next one will send anew. */
const byItself =
  /^(?:sec-.*|:.*|host|content-length|connection|accept-encoding|accept-language|user-agent|origin|referer|dnt|priority|cache-control|pragma|te|upgrade-insecure-requests|x-requested-with|x-ms-effective-locale|x-ms-client-session-id)$/i;

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/;

/** The headers that a sample request keeps: no secrets, and nothing that clients send by themselves. */
export function keptHeaders(lines: readonly string[], dropped: Set<Dropped>): readonly Header[] {
  return lines.flatMap((line) => {
    const colon = line.indexOf(':', 1);
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    if (byItself.test(name)) {
      if (/^(?:sec-|:|user-agent|origin|referer|dnt)/i.test(name)) dropped.add('browser-headers');
      return [];
    }
    if (colon < 0 || !headerName.test(name)) return [];
    const secret = secretNames[name.toLowerCase()];
    if (secret !== undefined) {
      dropped.add(secret);
      return [];
    }
    return value === '' || value.length > 4096 ? [] : [{ name, value }];
  });
}
