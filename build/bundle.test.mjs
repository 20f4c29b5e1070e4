import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBundleStale } from './bundle.mjs';

/** @type {string} */
let root;

/** @param {string} name @param {number} seconds its time of change */
function put(name, seconds) {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, seconds, seconds);
}

/** @param {string} name @param {number} seconds */
function touch(name, seconds) {
  utimesSync(path.join(root, name), seconds, seconds);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  put('src/main/index.ts', 100);
  put('assets/mark.svg', 100);
  put('package-lock.json', 100);
  put('electron.vite.config.ts', 100);
  put('out/main/index.js', 200);
  put('out/renderer/index.html', 210);
  for (const folder of ['src', 'src/main', 'assets']) touch(folder, 100);
});

afterEach(() => rmSync(root, { recursive: true }));

it('is up to date when everything in it is newer than its sources', () => {
  expect(isBundleStale(root)).toBe(false);
});

it.each(['src/main/index.ts', 'assets/mark.svg', 'package-lock.json', 'electron.vite.config.ts'])(
  'is stale after a change of %s, even between two of its files',
  (name) => {
    touch(name, 205);
    expect(isBundleStale(root)).toBe(true);
  },
);

it('is stale after a source was taken away', () => {
  touch('src/main', 300);
  expect(isBundleStale(root)).toBe(true);
});

it('is stale when there is none', () => {
  rmSync(path.join(root, 'out'), { recursive: true });
  expect(isBundleStale(root)).toBe(true);
  mkdirSync(path.join(root, 'out'));
  expect(isBundleStale(root)).toBe(true);
});

it('does not mind what is no source', () => {
  put('README.md', 300);
  expect(isBundleStale(root)).toBe(false);
});
