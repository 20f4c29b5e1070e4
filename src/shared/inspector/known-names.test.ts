import { expect, it } from 'vitest';
import { presetIdSchema } from '../preset';
import { directoryRole } from './directory-roles';
import { knownClient } from './known-clients';

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'an id that every object has a member for is nobody’s: %s',
  (id) => {
    expect(knownClient(id)).toBeUndefined();
    expect(directoryRole(id)).toBeUndefined();
    expect(presetIdSchema.safeParse(id).success).toBe(false);
  },
);
