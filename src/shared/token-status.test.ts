import { describe, expect, it } from 'vitest';
import { minimumLifetime, tokenStatus } from './token-status';

const issuedOn = 1_000_000;
const expiresOn = issuedOn + 3_600_000;
const token = { issuedOn, expiresOn };

describe('the status of a preset’s token', () => {
  it('is none before the first token', () => {
    expect(tokenStatus({ acquiring: false }, issuedOn)).toEqual({ name: 'none', left: 0 });
  });

  it('goes from valid over expiring to expired as time goes by', () => {
    const at = (now: number): string => tokenStatus({ token, acquiring: false }, now).name;
    expect(at(issuedOn)).toBe('valid');
    expect(at(expiresOn - minimumLifetime)).toBe('valid');
    expect(at(expiresOn - minimumLifetime + 1)).toBe('expiring');
    expect(at(expiresOn - 1)).toBe('expiring');
    expect(at(expiresOn)).toBe('expired');
  });

  it('carries the end of the token, over or not', () => {
    expect(tokenStatus({ token, acquiring: false }, issuedOn).expiresOn).toBe(expiresOn);
    expect(tokenStatus({ token, acquiring: false }, expiresOn + 1).expiresOn).toBe(expiresOn);
  });

  it('says which part of its life is left, and never more than all of it', () => {
    const left = (now: number): number => tokenStatus({ token, acquiring: false }, now).left;
    expect(left(issuedOn)).toBe(1);
    expect(left(issuedOn + 1_800_000)).toBe(0.5);
    expect(left(expiresOn + 1)).toBe(0);
    // A server's clock that is ahead of ours.
    expect(left(issuedOn - 60_000)).toBe(1);
    const backwards = { issuedOn: expiresOn + 5000, expiresOn };
    expect(tokenStatus({ token: backwards, acquiring: false }, issuedOn).left).toBe(1);
  });

  it('shows a token that is still good rather than a renewal that failed', () => {
    expect(tokenStatus({ token, acquiring: false, problem: 'failed' }, issuedOn).name).toBe('valid');
    expect(tokenStatus({ token, acquiring: false, problem: 'failed' }, expiresOn).name).toBe('failed');
    expect(tokenStatus({ token, acquiring: false, problem: 'sign-in-needed' }, expiresOn).name).toBe(
      'sign-in-needed',
    );
  });

  it('shows above all that a token is being got', () => {
    expect(tokenStatus({ token, acquiring: true, problem: 'failed' }, issuedOn).name).toBe('acquiring');
  });
});
