import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textWithoutSecrets, withoutSecrets } from './without-secrets';

const secret = fc.stringMatching(/^eyJ[\w-]{20,60}\.[\w-]{5,20}\.[\w-]{5,20}$/);
const around = fc.string({ unit: 'binary', maxLength: 40 });

it('takes a token out of an answer wherever it is, in every encoding, and nothing else', () => {
  fc.assert(
    fc.property(
      secret,
      fc.array(around, { minLength: 2, maxLength: 6 }),
      fc.constantFrom('utf8', 'utf16le'),
      (token, parts, encoding) => {
        fc.pre(!parts.some((part) => token.includes(part) && part !== ''));
        const bytes = Buffer.from(parts.join(token), encoding);
        const clean = withoutSecrets(bytes, [token], false);
        expect(clean.includes(Buffer.from(token, encoding))).toBe(false);
        expect(clean.equals(Buffer.from(parts.join('[token]'), encoding))).toBe(true);
      },
    ),
  );
});

it('leaves no beginning of a token at the end of an answer that was cut there', () => {
  fc.assert(
    fc.property(secret, fc.nat(), (token, at) => {
      const begun = token.slice(0, 1 + (at % (token.length - 1)));
      expect(withoutSecrets(Buffer.from(`{"a":"${begun}`), [token], true).toString()).toBe('{"a":"');
    }),
  );
});

it('leaves an answer alone that has none', () => {
  const bytes = Buffer.from('{"a":1}');
  expect(withoutSecrets(bytes, ['eyJhbGciOiJSUzI1NiJ9.e30.c2ln'], false)).toBe(bytes);
  expect(textWithoutSecrets('/a?t=eyJhbGciOiJSUzI1NiJ9.e30.c2ln', ['eyJhbGciOiJSUzI1NiJ9.e30.c2ln'])).toBe(
    '/a?t=[token]',
  );
});
