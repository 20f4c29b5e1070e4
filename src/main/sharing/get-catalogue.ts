import { t } from '../../shared/messages';
import type { PresetFile } from '../../shared/preset-file';
import { presetFileLimits } from '../../shared/preset-file-limits';
import { exchangeAs, type Fetch } from '../identity/network-client';
import {
  AnswerTooLong,
  CertificateProblem,
  ProxyLoginNeeded,
  Redirected,
  TimedOut,
} from '../identity/network-errors';
import type { Wrong } from '../json-file/problem';
import { readBounded, type FoundFile } from '../storage/bounded-file';
import { readImportBytes } from './read-import';
import type { TeamSource } from './team-source';

/** What came of asking for a catalogue. What is not good touches nothing of the copy there is. */
export type GotCatalogue =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'good'; readonly bytes: Uint8Array; readonly file: PresetFile; readonly etag?: string }
  | { readonly kind: 'wrong'; readonly problem: Wrong };

export interface CatalogueReaders {
  /** Takes no answer longer than a file with presets may be, as it is when it is unpacked. */
  readonly fetch: Fetch;
  readonly readFile: (path: string) => Promise<FoundFile>;
}

export const readCatalogueFile = (path: string): Promise<FoundFile> =>
  readBounded(path, presetFileLimits.size);

/** ms */
const patience = 30_000;

const wrong = (reason: string): GotCatalogue => ({ kind: 'wrong', problem: { reason } });

/** Asks for a catalogue, unless it is still what `etag` says. Sends no token, cookie or login. Never throws. */
export async function getCatalogue(
  source: TeamSource,
  etag: string | undefined,
  { fetch, readFile }: CatalogueReaders,
): Promise<GotCatalogue> {
  return source.kind === 'file'
    ? fromFile(await readFile(source.path), etag)
    : fromAddress(source.url, etag, fetch);
}

function fromFile(found: FoundFile, etag: string | undefined): GotCatalogue {
  switch (found.kind) {
    case 'missing':
    case 'no-file':
    case 'not-readable':
    case 'too-large':
      return wrong(t(`team.wrong.${found.kind}`));
    case 'file':
      return found.stamp !== undefined && found.stamp === etag
        ? { kind: 'unchanged' }
        : checked(found.bytes, found.stamp);
  }
}

async function fromAddress(url: string, etag: string | undefined, fetch: Fetch): Promise<GotCatalogue> {
  const { host } = new URL(url);
  try {
    const headers = {
      accept: 'application/json',
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    };
    const { response, content } = await exchangeAs(
      (answer) => answer.arrayBuffer(),
      fetch,
      url,
      { headers, redirect: 'error' },
      patience,
    );
    // Of one who was not asked whether anything has changed, it is no answer.
    if (response.status === 304 && etag !== undefined) return { kind: 'unchanged' };
    if (response.status !== 200) return wrong(statusWords(response.status, host));
    return checked(new Uint8Array(content), response.headers.get('etag') ?? undefined);
  } catch (error) {
    return wrong(reasonOf(error, host));
  }
}

/** A catalogue is a file with presets; no other kind will do, whatever the server calls it. */
function checked(bytes: Uint8Array, etag: string | undefined): GotCatalogue {
  const read = readImportBytes(bytes);
  if (read.kind === 'wrong') return read;
  if (read.kind !== 'presets') return wrong(t('team.wrong.other-kind'));
  return {
    kind: 'good',
    bytes,
    file: read.file,
    ...(etag === undefined || etag.length > 1000 ? {} : { etag }),
  };
}

function statusWords(status: number, host: string): string {
  switch (status) {
    case 401:
    case 403:
    case 407:
      return t('team.wrong.not-allowed', { host, status });
    case 404:
    case 410:
      return t('team.wrong.not-found', { host, status });
    default:
      return t(status >= 500 ? 'team.wrong.server' : 'team.wrong.status', { host, status });
  }
}

function reasonOf(error: unknown, host: string): string {
  if (error instanceof Redirected)
    return t(error.to === '' ? 'team.wrong.redirected-nowhere' : 'team.wrong.redirected', {
      host,
      to: error.to,
    });
  if (error instanceof CertificateProblem) return t('team.wrong.certificate', { host, issuer: error.issuer });
  if (error instanceof AnswerTooLong) return t('team.wrong.too-large');
  if (error instanceof TimedOut) return t('team.wrong.timed-out', { host });
  if (error instanceof ProxyLoginNeeded) return t('team.wrong.proxy', { host: error.host });
  const message = error instanceof Error ? error.message : '';
  if (/ERR_INTERNET_DISCONNECTED|ERR_NAME_NOT_RESOLVED|ERR_ADDRESS_UNREACHABLE/.test(message))
    return t('team.wrong.unreachable', { host });
  if (/ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE|ERR_CONTENT_DECODING/.test(message))
    return t('team.wrong.broken-off', { host });
  if (/ERR_CERT_|ERR_SSL_/.test(message)) return t('team.wrong.not-secure', { host });
  return t('team.wrong.unreachable', { host });
}
