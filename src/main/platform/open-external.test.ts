import { expect, it } from 'vitest';
import { mayOpenExternally } from './open-external';

const dangerous = [
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://server/share',
  'ms-msdt:/id',
  'vscode://x',
  'data:text/html,x',
  'http://login.example.com/',
  'http://localhost.example.com/',
  'HTTP://127.0.0.1.example.com/',
  'http:/\\example.com',
  'login.microsoftonline.com',
  '//login.microsoftonline.com',
  '',
];

it('opens https addresses', () => {
  expect(mayOpenExternally('https://login.microsoftonline.com/x?y=z#a', false)).toBe(true);
  expect(mayOpenExternally('HTTPS://login.microsoftonline.com', true)).toBe(true);
});

it('opens plain http on this computer for the demo only', () => {
  for (const address of ['http://localhost:1234/x', 'http://127.0.0.1:1234/', 'http://[::1]:1/']) {
    expect(mayOpenExternally(address, true)).toBe(true);
    expect(mayOpenExternally(address, false)).toBe(false);
  }
});

it.each(dangerous)('never opens %j', (address) => {
  expect(mayOpenExternally(address, false)).toBe(false);
  expect(mayOpenExternally(address, true)).toBe(false);
});
