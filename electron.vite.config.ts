import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

// Everything is bundled, production dependencies included: the package then holds no node_modules, and main starts
// from a few files instead of hundreds. `electron` and Node's own modules stay outside by electron-vite's preset.
const bundleAll = { externalizeDeps: false, minify: true } as const;

export default defineConfig({
  main: {
    build: {
      ...bundleAll,
      rolldownOptions: { input: { index: resolve('src/main/index.ts') }, output: { format: 'es' } },
    },
  },
  preload: {
    build: {
      ...bundleAll,
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
      rolldownOptions: { input: { 'main-window': resolve('src/renderer/main-window/index.html') } },
    },
    plugins: [react()],
  },
});
