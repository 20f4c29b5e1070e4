import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

// Everything is bundled, production dependencies included: the package then holds no node_modules, and main starts
// from a few files instead of hundreds. `electron` and Node's own modules stay outside by electron-vite's preset.
const bundleAll = { externalizeDeps: false, minify: true } as const;

// The oldest Electron the program is run with, 33: Node 20.18 and Chromium 130.
const nodeTarget = 'node20.18';
const chromiumTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      ...bundleAll,
      target: nodeTarget,
      rolldownOptions: { input: { index: resolve('src/main/index.ts') }, output: { format: 'es' } },
    },
  },
  preload: {
    build: {
      ...bundleAll,
      target: nodeTarget,
      // A sandboxed preload script cannot be an ES module: https://www.electronjs.org/docs/latest/tutorial/esm
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    build: {
      minify: true,
      target: chromiumTarget,
      // Fluent UI and React in one file: it comes from disk, and splitting it gains nothing there.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: {
          'main-window': resolve('src/renderer/main-window/index.html'),
          palette: resolve('src/renderer/palette/index.html'),
        },
      },
    },
    plugins: [react()],
  },
});
