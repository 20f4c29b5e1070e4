/**
 * Draws every icon the program and its packages need from `assets/icons/source/*.svg`:
 *
 *     node build/icons/make-icons.mjs
 *
 * The results are committed: packaging and `npm start` then need no renderer, and a change of a picture shows in review.
 * `make-icons.test.mjs` fails when they are not what the sources give.
 */
import { Resvg } from '@resvg/resvg-js';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const sources = join(root, 'assets', 'icons', 'source');

/** State of the tray icon → base name of its source. */
export const trayStates = {
  idle: 'tray',
  renewing: 'tray-renewing',
  'sign-in-needed': 'tray-sign-in-needed',
  'token-on-clipboard': 'tray-token-on-clipboard',
};
/** `light` is for dark panels, `dark` for light ones. */
export const trayColours = { light: '#ffffff', dark: '#1f1f1f' };
export const traySizes = [16, 22, 24, 32, 48];
/** 100 %, 125 %, 150 %, 200 %, 250 % and 300 % of the Windows tray's 16 pixels. */
export const trayIcoSizes = [16, 20, 24, 32, 40, 48];
export const appIcoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
export const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** Type of an ICNS entry → its width in pixels. https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
export const icnsTypes = {
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
};

/**
 * @param {string} source base name of an SVG source
 * @param {number} pixels width and height of the picture
 * @param {{ viewBox?: string, colour?: string }} [how]
 * @returns {Buffer} a PNG
 */
function render(source, pixels, { viewBox, colour = '#000000' } = {}) {
  const svg = readFileSync(join(sources, `${source}.svg`), 'utf8')
    .replace('<svg ', `<svg color="${colour}" `)
    .replace(/viewBox="[^"]+"/, (drawn) => (viewBox ? `viewBox="${viewBox}"` : drawn));
  return new Resvg(svg, { fitTo: { mode: 'width', value: pixels }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

/**
 * A glyph scaled by anything but a whole number is blurred at these sizes, so there are two drawings. The one on 22 pixels
 * keeps one pixel free on each side: without that margin it is 20 pixels wide, with one more it is 24.
 * @param {keyof typeof trayStates} state
 * @param {string} colour
 * @param {number} size in logical pixels
 * @param {number} [scale]
 */
function renderTray(state, colour, size, scale = 1) {
  const source = trayStates[state];
  if (size % 16 === 0) return render(source, size * scale, { colour });
  const margin = size % 20 === 0 ? -1 : size % 24 === 0 ? 1 : 0;
  const viewBox = `${-margin} ${-margin} ${22 + 2 * margin} ${22 + 2 * margin}`;
  return render(`${source}-22`, size * scale, { colour, viewBox });
}

/**
 * An ICO file whose entries are PNGs (Windows Vista and later).
 * @param {{ size: number, png: Buffer }[]} images
 */
export function ico(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at); // 256 is written as 0
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4); // planes
    header.writeUInt16LE(32, at + 6); // bits per pixel
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/**
 * An ICNS file whose entries are PNGs.
 * @param {{ type: string, png: Buffer }[]} images
 */
export function icns(images) {
  const entry = (/** @type {string} */ type, /** @type {Buffer} */ content) => {
    const header = Buffer.alloc(8);
    header.write(type, 'latin1');
    header.writeUInt32BE(8 + content.length, 4);
    return Buffer.concat([header, content]);
  };
  return entry('icns', Buffer.concat(images.map(({ type, png }) => entry(type, png))));
}

/** @returns {Map<string, Buffer>} path relative to the repository (with `/`) → content */
export function makeIcons() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();

  for (const state of /** @type {(keyof typeof trayStates)[]} */ (Object.keys(trayStates))) {
    for (const [name, colour] of Object.entries(trayColours)) {
      for (const size of traySizes) {
        files.set(`assets/tray/${state}-${name}-${size}.png`, renderTray(state, colour, size));
        files.set(`assets/tray/${state}-${name}-${size}@2x.png`, renderTray(state, colour, size, 2));
      }
      const images = trayIcoSizes.map((size) => ({ size, png: renderTray(state, colour, size) }));
      files.set(`assets/tray/${state}-${name}.ico`, ico(images));
    }
    files.set(`assets/tray/${state}Template.png`, renderTray(state, '#000000', 16));
    files.set(`assets/tray/${state}Template@2x.png`, renderTray(state, '#000000', 16, 2));
  }

  files.set('assets/app-icon.png', render('app', 256));
  for (const size of linuxSizes) files.set(`build/icons/${size}x${size}.png`, render('app', size));
  files.set('build/icons/icon.ico', ico(appIcoSizes.map((size) => ({ size, png: render('app', size) }))));
  // Apple's template leaves 100 of 1024 pixels free on each side; without them the icon is bigger than its neighbours.
  const viewBox = '-124 -124 1272 1272';
  const images = Object.entries(icnsTypes).map(([type, size]) => ({
    type,
    png: render('app', size, { viewBox }),
  }));
  files.set('build/icons/icon.icns', icns(images));
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = makeIcons();
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  console.log(`${files.size} icons written.`);
}
