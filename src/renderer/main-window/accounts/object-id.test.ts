import { expect, it } from 'vitest';
import { objectIdOf } from './object-id';

const objectId = 'de31a776-f3e0-4dfc-95de-357163e746e8';

it('is the first half of an account id of Entra', () => {
  expect(objectIdOf(`client/${objectId}.b45aa154-2868-4e56-9612-5fad43d4fc11`)).toBe(objectId);
});

it('is not known of ids that others have made', () => {
  expect(objectIdOf('client/zoe@contoso.com')).toBeUndefined();
  expect(objectIdOf(`client/${objectId}`)).toBeUndefined();
  expect(objectIdOf('client')).toBeUndefined();
});
