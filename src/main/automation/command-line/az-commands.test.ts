import { describe, expect, it } from 'vitest';
import { isAnsweredHere } from './az-commands';

describe('a command of az', () => {
  it.each(['account get-access-token --resource x', 'account show', 'account list -o table'])(
    'is answered here: %s',
    (line) => expect(isAnsweredHere(line.split(' '))).toBe(true),
  );

  it.each(['group list -o table', 'account set -s x', 'account', '', '--version', 'login'])(
    'is for the real one: %s',
    (line) => expect(isAnsweredHere(line.split(' '))).toBe(false),
  );
});
