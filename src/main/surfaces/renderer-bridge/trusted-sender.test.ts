import { expect, it } from 'vitest';
import { isTrustedSender, pageOrigin } from './trusted-sender';

it('trusts the top frame of the program’s own pages', () => {
  expect(isTrustedSender({ url: `${pageOrigin}/main-window/index.html`, parent: null })).toBe(true);
  expect(isTrustedSender({ url: `${pageOrigin}/palette/index.html?x#y`, parent: null })).toBe(true);
});

it('trusts no frame within a page, not even one of its own', () => {
  const parent = { url: `${pageOrigin}/main-window/index.html`, parent: null };
  expect(isTrustedSender({ url: `${pageOrigin}/main-window/index.html`, parent })).toBe(false);
});

it.each([
  'https://token-tray/main-window/index.html',
  'app://token-tray.evil.example/',
  'app://evil.example/token-tray',
  'app://token-tray:81/',
  'app:token-tray',
  'file:///app/token-tray/index.html',
  'about:blank',
  'data:text/html,x',
  '',
])('does not trust %j', (url) => {
  expect(isTrustedSender({ url, parent: null })).toBe(false);
});

it('does not trust a frame that is gone', () => {
  expect(isTrustedSender(null)).toBe(false);
});
