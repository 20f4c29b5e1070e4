import { z } from 'zod';
import type { FailureDetails, FailureKind } from '../../shared/failure';
import { redact } from './redact';

/** What stands between this computer and the sign-in service, as far as an error says it. */
export interface NetworkCause {
  readonly kind: FailureKind;
  readonly details: Pick<FailureDetails, 'host' | 'networkError' | 'certificate' | 'proxyWasWrong'>;
}

/** The errors of `network-errors.ts` by their shape: they come as causes of MSAL's. */
const ownErrorSchema = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('ProxyLoginNeeded'),
    host: z.string(),
    port: z.number(),
    wasWrong: z.boolean(),
  }),
  z.object({
    name: z.literal('CertificateProblem'),
    host: z.string(),
    issuer: z.string().optional().catch(undefined),
    subject: z.string().optional().catch(undefined),
    /** ms since the epoch */
    validUntil: z.number().optional().catch(undefined),
    reason: z.string(),
  }),
  z.object({
    name: z.literal('NotJson'),
    host: z.string().optional().catch(undefined),
    contentType: z.string().optional().catch(undefined),
    status: z.number(),
  }),
  z.object({ name: z.literal('Redirected'), host: z.string().optional().catch(undefined) }),
  z.object({ name: z.literal('TimedOut'), host: z.string().optional().catch(undefined) }),
]);
type OwnError = z.infer<typeof ownErrorSchema>;

/** The first of an error and its causes that says something about the network; undefined: none does. */
export function networkCause(error: unknown): NetworkCause | undefined {
  for (const each of withCauses(error)) {
    const own = ownErrorSchema.safeParse(each);
    if (own.success) return fromOwn(own.data);
  }
  for (const each of withCauses(error)) {
    const name = networkErrorName(each);
    if (name !== undefined) return { kind: kindOfName(name), details: { networkError: name } };
  }
  return undefined;
}

/** Causes may be deep, and may come round to where they began. */
function* withCauses(error: unknown): Generator {
  let each = error;
  for (let depth = 0; depth < 8 && each !== undefined; depth += 1) {
    yield each;
    each = each instanceof Error ? each.cause : undefined;
  }
}

function fromOwn(error: OwnError): NetworkCause {
  switch (error.name) {
    case 'ProxyLoginNeeded': {
      const { host, port, wasWrong } = error;
      return {
        kind: 'proxy-login',
        details: { host: redact(`${host}:${String(port)}`), ...(wasWrong ? { proxyWasWrong: true } : {}) },
      };
    }
    case 'CertificateProblem': {
      const { host, issuer, subject, validUntil, reason } = error;
      const certificate = {
        host: redact(host),
        ...(issuer === undefined ? {} : { issuer: redact(issuer) }),
        ...(subject === undefined ? {} : { subject: redact(subject) }),
        ...(validUntil === undefined ? {} : { validUntil }),
        reason: redact(reason.replace(/^net::/, '')),
      };
      return { kind: 'certificate', details: { host: certificate.host, certificate } };
    }
    case 'NotJson':
      return { kind: kindOfAnswer(error), details: hostOf(error) };
    case 'Redirected':
      return { kind: 'captive-portal', details: hostOf(error) };
    case 'TimedOut':
      return { kind: 'network', details: { ...hostOf(error), networkError: 'TIMED_OUT' } };
  }
}

const hostOf = ({ host }: { host?: string | undefined }): { host?: string } =>
  host === undefined ? {} : { host: redact(host) };

/** A page where the answer should be. 511: https://www.rfc-editor.org/rfc/rfc6585#section-6 */
function kindOfAnswer({
  status,
  contentType,
}: {
  status: number;
  contentType?: string | undefined;
}): FailureKind {
  if (status === 511) return 'captive-portal';
  if (status === 429 || status >= 500) return 'busy';
  return status < 400 && contentType?.toLowerCase().includes('html') === true ? 'captive-portal' : 'network';
}

/** Chromium's names are in the message (`net::ERR_…`), Node's in `code` and often in the message, too. */
function networkErrorName(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = z.object({ code: z.string().optional().catch(undefined) }).parse(error);
  const names = error.message.match(/\b[A-Z][A-Z0-9_]{3,}\b/g) ?? [];
  const found = [...names, code].find((name) => name !== undefined && isNetworkName(name));
  return found ?? (error.name === 'TimeoutError' ? 'TIMED_OUT' : undefined);
}

const offlineNames =
  /^ERR_(INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|NETWORK_CHANGED|ADDRESS_UNREACHABLE)$|^E(NOTFOUND|NETUNREACH|HOSTUNREACH|AI_AGAIN)$/;
// OpenSSL's: https://nodejs.org/api/tls.html#x509-certificate-error-codes
const certificateNames = /^ERR_(CERT_|TLS_CERT_)|(^|_)CERT(_|$)|^UNABLE_TO_(GET_ISSUER|VERIFY)/;
// https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
const otherNames =
  /^ERR_(CONNECTION|PROXY|TUNNEL|SOCKS|PAC|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|UNEXPECTED_PROXY_AUTH|TIMED_OUT|TOO_MANY_REDIRECTS|SSL|EMPTY_RESPONSE|FAILED|BLOCKED|NETWORK|ADDRESS|HTTP2|QUIC)|^E(CONN[A-Z]+|PIPE|TIMEDOUT)$/;

const isNetworkName = (name: string): boolean =>
  [offlineNames, certificateNames, otherNames].some((pattern) => pattern.test(name));

function kindOfName(name: string): FailureKind {
  if (offlineNames.test(name)) return 'offline';
  if (certificateNames.test(name)) return 'certificate';
  return 'network';
}
