import { expect, it } from 'vitest';
import { trayClick } from './tray-click';

it.each([
  ['win32', 'openMainWindow'],
  ['linux', 'openMainWindow'],
  ['darwin', undefined],
] as const)('a click on the icon does on %s what that system expects: %s', (platform, name) => {
  expect(trayClick(platform)?.name).toBe(name);
});
