import { describe, expect, it } from 'vitest';
import type { CertificateTrouble } from '../identity/network-errors';
import { testNow } from '../test-support/temporary-place';
import { CertificateProblems, type SeenCertificate } from './certificate-problems';

const seconds = testNow / 1000;
const certificate: SeenCertificate['certificate'] = {
  issuerName: 'Contoso Proxy CA',
  subjectName: 'login.example',
  validStart: seconds - 3600,
  validExpiry: seconds + 3600,
};
const unknownIssuer: SeenCertificate = {
  hostname: 'login.example',
  certificate,
  verificationResult: 'net::ERR_CERT_AUTHORITY_INVALID',
  errorCode: -202,
};

function look(problems: CertificateProblems, seen: SeenCertificate): readonly number[] {
  const verdicts: number[] = [];
  problems.look(seen, (verdict) => verdicts.push(verdict));
  return verdicts;
}

describe('problems with certificates', () => {
  it.each([unknownIssuer, { ...unknownIssuer, verificationResult: 'net::OK', errorCode: 0 }])(
    'leave the verdict to Chromium: $verificationResult',
    (seen) => {
      expect(look(new CertificateProblems(() => testNow), seen)).toEqual([-3]);
    },
  );

  it('are found by host, with who issued what', () => {
    const problems = new CertificateProblems(() => testNow);
    look(problems, unknownIssuer);
    expect(problems.find('login.example')).toMatchObject({
      name: 'CertificateProblem',
      host: 'login.example',
      issuer: 'Contoso Proxy CA',
      subject: 'login.example',
      validUntil: testNow + 3_600_000,
      reason: 'net::ERR_CERT_AUTHORITY_INVALID',
      trouble: 'unknown-issuer',
    });
    expect(problems.find('other.example')).toBeUndefined();
  });

  it('are none where the certificate is trusted', () => {
    const problems = new CertificateProblems(() => testNow);
    look(problems, { ...unknownIssuer, verificationResult: 'net::OK', errorCode: 0 });
    expect(problems.find('login.example')).toBeUndefined();
  });

  const dates = (from: number, until: number) => ({
    ...certificate,
    validStart: seconds + from,
    validExpiry: seconds + until,
  });
  it.each<[string, SeenCertificate['certificate'], CertificateTrouble]>([
    ['AUTHORITY_INVALID', certificate, 'unknown-issuer'],
    ['DATE_INVALID', dates(-200, -100), 'expired'],
    ['DATE_INVALID', dates(100, 200), 'not-yet-valid'],
    // One of its issuers has expired.
    ['DATE_INVALID', dates(-100, 100), 'other'],
    ['COMMON_NAME_INVALID', certificate, 'wrong-host'],
    ['REVOKED', certificate, 'revoked'],
    ['WEAK_KEY', certificate, 'other'],
  ])('are told apart: %s, %j is %s', (name, dated, trouble) => {
    const problems = new CertificateProblems(() => testNow);
    look(problems, {
      ...unknownIssuer,
      certificate: dated,
      verificationResult: `net::ERR_CERT_${name}`,
      errorCode: -201,
    });
    expect(problems.find('login.example')?.trouble).toBe(trouble);
  });

  it('are remembered for the last fifty hosts', () => {
    const problems = new CertificateProblems(() => testNow);
    for (let n = 0; n < 50; n += 1) look(problems, { ...unknownIssuer, hostname: `h${n}` });
    look(problems, { ...unknownIssuer, hostname: 'h0' });
    look(problems, { ...unknownIssuer, hostname: 'new' });
    expect(problems.find('h0')).toBeDefined();
    expect(problems.find('h1')).toBeUndefined();
    expect(problems.find('new')).toBeDefined();
  });
});
