import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { appId } from './app-id';

it('is the same in the package and in the program', () => {
  const root = `${import.meta.dirname}/../..`;
  expect(JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))).toMatchObject({
    desktopName: `${appId}.desktop`,
  });
  expect(readFileSync(`${root}/electron-builder.yml`, 'utf8').split('\n')).toContain(`appId: ${appId}`);
});
