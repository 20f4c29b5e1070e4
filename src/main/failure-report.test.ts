import { describe, expect, it } from 'vitest';
import { failureView } from '../shared/failure-advice';
import { failureReport } from './failure-report';
import { exampleView, failureExamples } from './test-support/failure-examples';

const program = { version: '1.2.3', system: 'Linux 6.1' };
const example = failureExamples.find(({ advice }) => advice === 'blocked');

describe('what is copied for an administrator', () => {
  it('has all that finds it in the sign-in log, in UTC', () => {
    expect(example && failureReport(exampleView(example), program).split('\n')).toEqual([
      'Token Tray failure report',
      'What happened: A policy of Contoso does not allow a token for Key Vault here.',
      'What was advised: Signing in again will not change that. Copy the details for your administrator, who can see which policy it was.',
      'Code: AADSTS53003',
      'Error: invalid_grant · message_only',
      'Correlation ID: 7a0f64b0-5f9e-4b55-8cbb-19a0d7cb4c11',
      'Trace ID: 5e1b6b1e-6d6f-4c39-a1f8-1d3c2b4a5e00',
      'Time: 2026-11-22T15:53:00.000Z',
      'Client application: Contoso Tools (12345678-90ab-cdef-1234-567890abcdef)',
      'Tenant: Contoso (9f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f)',
      'Cloud: Azure public cloud',
      'Message: invalid_grant: AADSTS53003: The request was refused. Trace ID: 5e1b6b1e-6d6f-4c39-a1f8-1d3c2b4a5e00 Correlation ID: 7a0f64b0-5f9e-4b55-8cbb-19a0d7cb4c11',
      'Program: Token Tray 1.2.3 on Linux 6.1',
    ]);
  });

  it('leaves out what is not known, without empty lines', () => {
    const details = { text: 'fetch failed', errorClass: 'TypeError', happenedOn: 0 };
    const report = failureReport(failureView({ kind: 'network', details }, { names: {} }), program);
    expect(report).not.toMatch(/undefined|Code:|Client application:|\n\n/);
    expect(report).toContain('Message: fetch failed');
  });

  it('says how it was tried, and what the network had to say', () => {
    const certificate = {
      host: 'login.example',
      issuer: 'Contoso Root',
      reason: 'ERR_CERT_DATE_INVALID',
      validUntil: 0,
    };
    const more = { flow: 'device-code', networkError: 'ERR_CERT_DATE_INVALID', clockSkew: 600_000 } as const;
    const details = { text: 'x', errorClass: 'AuthError', happenedOn: 0, certificate, ...more };
    const report = failureReport(failureView({ kind: 'certificate', details }, { names: {} }), program);
    expect(report.split('\n')).toEqual(
      expect.arrayContaining([
        'Signed in with: Code',
        'Network error: ERR_CERT_DATE_INVALID',
        'Certificate issuer: Contoso Root',
        'Certificate valid until: 1970-01-01T00:00:00.000Z',
        'Clock of this computer: 10 min behind',
      ]),
    );
  });

  it.each(failureExamples)('begins with a sentence for $advice, and names no account', (each) => {
    const report = failureReport(exampleView(each), program);
    expect(report.split('\n')[1]).toMatch(/^What happened: .*\.$/);
    expect(report).not.toMatch(/zoe|undefined/);
  });
});
