import { describe, expect, it } from 'vitest';
import type { FailureView } from '../shared/failure';
import { allAdvices } from '../shared/failure-advice';
import { failureReport } from './failure-report';

const failure: FailureView = {
  kind: 'blocked',
  advice: 'blocked',
  names: {
    name: 'Key Vault',
    tenant: 'Contoso',
    client: 'App of contoso.com',
    cloud: 'Azure public cloud',
    host: '',
    issuer: '',
  },
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
  name: 'App of contoso.com',
  colour: 'violet',
  cloudId: 'public',
  cloudName: 'Azure public cloud',
  isManaged: false,
  fixedBy: 0,
} as const;

describe('what is copied for an administrator', () => {
  it('has all that finds it in the sign-in log, in UTC', () => {
    expect(failureReport(failure, clientApplication, '1.2.3').split('\n')).toEqual([
      'Token Tray 1.2.3 failure report',
      'What happened: A policy of Contoso does not allow a token for Key Vault here.',
      'Advice: Signing in again will not change that. Copy the details for your administrator, who can see the rule that applied.',
      'Time: 2026-11-22T15:53:00.000Z',
      'Code: AADSTS53003',
      'OAuth error: invalid_grant',
      'Suberror: message_only',
      'Correlation ID: the-correlation-id',
      'Trace ID: the-trace-id',
      'Client ID: 12345678-90ab-cdef-1234-567890abcdef',
      'Tenant: contoso.com',
      'Cloud: Azure public cloud',
      'Raw text: AADSTS53003: Access has been blocked by Conditional Access policies.',
    ]);
  });

  it('leaves out what is not known, without empty lines', () => {
    const details = { text: 'fetch failed', errorClass: 'TypeError', happenedOn: 0 };
    const report = failureReport(
      { ...failure, kind: 'network', advice: 'network', details },
      undefined,
      '1.2.3',
    );
    expect(report).not.toMatch(/undefined|Code:|Client ID:|\n\n/);
    expect(report).toContain('Raw text: fetch failed');
  });

  it.each(allAdvices)('begins with a sentence for %s', (advice) => {
    const what = failureReport({ ...failure, advice }, undefined, '1.2.3').split('\n')[1];
    expect(what).toMatch(/^What happened: [A-Z“].*\.$/);
  });
});
