import { parseSampleUrl, type SampleUrlResult } from '../../shared/sample-url';
import { demoApiPlaceholder } from '../../shared/well-known';

/** Checks a sample request's address as it is kept: the demo API has no address before it runs. */
export const isSampleAddress = (cloud: string, url: string): SampleUrlResult =>
  cloud === 'demo' && url.startsWith(`${demoApiPlaceholder}/`)
    ? parseSampleUrl(url.replace(demoApiPlaceholder, 'https://demo.invalid'))
    : parseSampleUrl(url);
