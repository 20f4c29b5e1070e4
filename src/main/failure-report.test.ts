import { describe, expect, it } from 'vitest';
import type { FailureKind, FailureView } from '../shared/failure';
import { failureReport } from './failure-report';

const failure: FailureView = {
  kind: 'blocked',
  preset: { id: 'key-vault', name: 'Key Vault' },
  actions: [],
  details: {
    text: 'AADSTS53003: Access has been blocked by Conditional Access policies.',
    errorClass: 'InteractionRequiredAuthError',
    error: 'invalid_grant',
    suberror: 'message_only',
    code: 'AADSTS53003',
    correlationId: 'the-correlation-id',
    traceId: 'the-trace-id',
    happenedOn: Date.UTC(2026, 10, 22, 15, 53),
  },
};
const clientApplication = {
  id: 'client-1',
  kind: 'organisation',
  clientId: '12345678-90ab-cdef-1234-567890abcdef',
  tenant: 'contoso.com',
  cloud: 'public',
} as const;

const kinds: readonly FailureKind[] = [
  'sign-in-needed',
  'second-factor',
  'consent',
  'blocked',
  'declined',
  'timed-out',
  'client-not-found',
  'wrong-tenant',
  'resource',
  'offline',
  'network',
  'busy',
  'unknown',
];

describe('what is copied for an administrator', () => {
  it('has all that finds it in the sign-in log, in UTC', () => {
    expect(failureReport(failure, clientApplication).split('\n')).toEqual([
      'Token Tray failure report',
      'What happened: Your organisation’s policy does not allow a token for Key Vault here.',
      'Time: 2026-11-22T15:53:00.000Z',
      'Code: AADSTS53003',
      'OAuth error: invalid_grant',
      'Suberror: message_only',
      'Correlation ID: the-correlation-id',
      'Trace ID: the-trace-id',
      'Client ID: 12345678-90ab-cdef-1234-567890abcdef',
      'Tenant: contoso.com',
      'Raw text: AADSTS53003: Access has been blocked by Conditional Access policies.',
    ]);
  });

  it('leaves out what is not known, without empty lines', () => {
    const details = { text: 'fetch failed', errorClass: 'TypeError', happenedOn: 0 };
    const report = failureReport({ kind: 'network', actions: [], details }, undefined);
    expect(report).not.toMatch(/undefined|Code:|Client ID:|\n\n/);
    expect(report).toContain('Raw text: fetch failed');
  });

  it.each(kinds)('begins with a sentence for %s, with a preset and without', (kind) => {
    const { preset: _preset, ...plain } = failure;
    for (const each of [failure, plain]) {
      const what = failureReport({ ...each, kind }, undefined).split('\n')[1];
      expect(what).toMatch(/^What happened: [A-Z].*\.$/);
    }
  });
});
