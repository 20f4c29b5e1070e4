import { expect, it } from 'vitest';
import { isDomain, isGuid, isLoopbackHost } from './text-rules';

it('takes a GUID in either case, and nothing around it', () => {
  const guid = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
  expect([guid, guid.toUpperCase(), crypto.randomUUID()].filter((text) => !isGuid(text))).toEqual([]);
  const others = [
    `{${guid}}`,
    ` ${guid}`,
    `${guid}\n`,
    guid.slice(1),
    `${guid}0`,
    guid.replaceAll('-', ''),
    '',
  ];
  expect(others.filter(isGuid)).toEqual([]);
});

it('takes the domains that a tenant can have', () => {
  const domains = ['contoso.com', 'a.b.co', 'Contoso.onmicrosoft.com', 'xn--mnchen-3ya.de', 'firma.xn--p1ai'];
  expect(domains.filter((text) => !isDomain(text))).toEqual([]);
});

it('takes nothing else for a domain', () => {
  const others = [
    'contoso',
    'contoso.',
    '.com',
    'a..b',
    '-a.com',
    'a-.com',
    'a.com/x',
    'a b.com',
    '10.0.0.1',
    'a.c',
  ];
  expect([...others, `${'a'.repeat(64)}.com`, `${'a.'.repeat(130)}com`].filter(isDomain)).toEqual([]);
});

it('knows this computer by three names only', () => {
  expect(['localhost', '127.0.0.1', '[::1]'].every(isLoopbackHost)).toBe(true);
  expect(['0.0.0.0', '127.0.0.1.example.com', 'localhost.', '[::]'].some(isLoopbackHost)).toBe(false);
});
