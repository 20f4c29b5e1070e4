import { expect, it } from 'vitest';
import { failureActions, type FailureKind } from './failure';

const helpedBySigningIn: readonly FailureKind[] = [
  'sign-in-needed',
  'second-factor',
  'consent',
  'declined',
  'timed-out',
  'wrong-tenant',
];
const helpedByTime: readonly FailureKind[] = ['offline', 'network', 'busy', 'unknown'];

it('offers a sign-in first where one helps', () => {
  expect(helpedBySigningIn.map((kind) => failureActions(kind, 'organisation')[0])).toEqual(
    helpedBySigningIn.map(() => 'sign-in'),
  );
});

it('offers to try again where that can help, and a sign-in never', () => {
  expect(helpedByTime.map((kind) => failureActions(kind, 'organisation'))).toEqual(
    helpedByTime.map(() => ['retry']),
  );
});

it('offers nothing against a policy, except another client application to those with Azure CLI’s', () => {
  expect(failureActions('blocked', 'organisation')).toEqual([]);
  expect(failureActions('blocked', undefined)).toEqual([]);
  expect(failureActions('blocked', 'azure-cli')).toEqual(['change-client']);
  expect(failureActions('client-not-found', 'organisation')).toEqual(['change-client']);
});
