import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** Bundles the probe with the program's own network into `folder`, which then is a program for Electron. */
export async function buildNetworkProbe(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: path.join(import.meta.dirname, 'main.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
  });
  const manifest = { name: 'network-probe', version: '1.0.0', type: 'module', main: 'main.mjs' };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
}
