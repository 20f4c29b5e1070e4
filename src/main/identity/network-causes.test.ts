import { AuthError } from '@azure/msal-node';
import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../shared/failure';
import { networkCause } from './network-causes';
import { CertificateProblem, NotJson, ProxyLoginNeeded, TimedOut } from './network-errors';

const caused = (cause: unknown): Error =>
  Object.assign(new AuthError('network_error', '', 'fetch failed'), { cause });
const nodeError = (code: string): Error =>
  caused(Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(''), { code }) }));

const table: readonly (readonly [unknown, FailureKind | undefined])[] = [
  [caused(new ProxyLoginNeeded('proxy.example', 8080, 'realm', false)), 'proxy-login'],
  [
    caused(new CertificateProblem('a.example', 'I', 'S', 1, 'net::ERR_CERT_AUTHORITY_INVALID')),
    'certificate',
  ],
  [caused(new NotJson('a.example', 'text/html; charset=utf-8', 200)), 'captive-portal'],
  [caused(new NotJson('a.example', 'text/html', 511)), 'captive-portal'],
  [caused(new NotJson('a.example', 'text/html', 404)), 'network'],
  [caused(new NotJson('a.example', 'text/plain', 200)), 'network'],
  [caused(new NotJson('a.example', 'text/html', 503)), 'busy'],
  [caused(new NotJson('a.example', 'text/html', 429)), 'busy'],
  [caused(new TimedOut('a.example')), 'network'],
  [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
  [new Error('net::ERR_NAME_NOT_RESOLVED'), 'offline'],
  [new Error('net::ERR_CERT_COMMON_NAME_INVALID'), 'certificate'],
  [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'network'],
  [nodeError('ENOTFOUND'), 'offline'],
  [nodeError('EAI_AGAIN'), 'offline'],
  [nodeError('ECONNREFUSED'), 'network'],
  [nodeError('SELF_SIGNED_CERT_IN_CHAIN'), 'certificate'],
  [nodeError('CERT_HAS_EXPIRED'), 'certificate'],
  [nodeError('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'certificate'],
  [nodeError('ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate'],
  [new DOMException('timeout', 'TimeoutError'), 'network'],
  [new Error('AADSTS50076: EXPECTED NOTHING OF THE NETWORK'), undefined],
  [new TypeError('x is not a function'), undefined],
  ['net::ERR_INTERNET_DISCONNECTED', undefined],
  [undefined, undefined],
];

describe('what the network has to say', () => {
  it.each(table)('%s is told as %s', (error, kind) => {
    expect(networkCause(error)?.kind).toBe(kind);
  });

  it('names what is in the way, without passwords and accounts', () => {
    const proxy = new ProxyLoginNeeded('zoe@contoso.com', 8080, 'realm', true);
    expect(networkCause(caused(proxy))?.details).toEqual({ host: '[account]:8080', proxyWasWrong: true });
    const certificate = new CertificateProblem(
      'a.example',
      'CN=Root, E=zoe@contoso.com',
      'a.example',
      5,
      'net::ERR_CERT_DATE_INVALID',
    );
    expect(networkCause(caused(certificate))?.details.certificate).toEqual({
      host: 'a.example',
      issuer: 'CN=Root, E=[account]',
      subject: 'a.example',
      validUntil: 5,
      reason: 'ERR_CERT_DATE_INVALID',
    });
  });

  it('comes to an end where causes go round', () => {
    const error = new Error('round');
    error.cause = error;
    expect(networkCause(error)).toBeUndefined();
  });
});
