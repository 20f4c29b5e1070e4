import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appIcoSizes, icnsTypes, makeIcons, root, trayIcoSizes } from './make-icons.mjs';

const icons = makeIcons();
/** @param {string} path */
const committed = (path) => readFileSync(join(root, path));

/** @param {Buffer} png */
function pngSize(png) {
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** @param {Buffer} file */
function readIco(file) {
  expect(file.readUInt32LE(0)).toBe(0x10000);
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const start = file.readUInt32LE(at + 12);
    const png = file.subarray(start, start + file.readUInt32LE(at + 8));
    // An icon of 256 pixels has no room for that in its one byte, and says 0.
    const [width = 0, height = 0] = [...file.subarray(at, at + 2)].map((size) => (size === 0 ? 256 : size));
    return { width, height, picture: pngSize(png) };
  });
}

/** @param {Buffer} file */
function readIcns(file) {
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  /** @type {Record<string, number>} */
  const entries = {};
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    entries[file.toString('latin1', at, at + 4)] = pngSize(file.subarray(at + 8)).width;
  }
  return entries;
}

describe('icons', () => {
  it.each([...icons])('%s is what the sources give (node build/icons/make-icons.mjs)', (path, icon) => {
    expect(committed(path).equals(icon)).toBe(true);
  });

  it('leaves no picture behind that nothing draws any more', () => {
    const present = ['assets/tray', 'build/icons'].flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
    );
    const pictures = present.filter((path) => /\.(png|ico|icns)$/.test(path));
    expect(pictures.filter((path) => !icons.has(path))).toEqual([]);
  });

  const named = [...icons.keys()].flatMap((path) => {
    const size = /(?:-|\/)(\d+)(?:x\d+)?(@2x)?\.png$/.exec(path);
    return size ? [{ path, pixels: Number(size[1]) * (size[2] ? 2 : 1) }] : [];
  });
  it.each(named)('$path is $pixels pixels wide and high', ({ path, pixels }) => {
    expect(pngSize(committed(path))).toEqual({ width: pixels, height: pixels });
  });

  it.each([...icons.keys()].filter((path) => path.endsWith('.ico')))(
    '%s holds the sizes Windows asks for',
    (path) => {
      const sizes = path.startsWith('build/') ? appIcoSizes : trayIcoSizes;
      expect(readIco(committed(path))).toEqual(
        sizes.map((size) => ({ width: size, height: size, picture: { width: size, height: size } })),
      );
    },
  );

  it('icon.icns holds the sizes macOS asks for', () => {
    expect(readIcns(committed('build/icons/icon.icns'))).toEqual(icnsTypes);
  });
});
