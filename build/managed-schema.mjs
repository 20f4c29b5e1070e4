/** `npm run schema`: writes docs/managed-settings.schema.json from the schema that the program itself goes by. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { repositoryRoot } from './bundle.mjs';
import { isStartedDirectly, runScript } from './script.mjs';

async function main() {
  /** @type {{ module: typeof import('../src/main/settings/managed/json-schema.ts') }} */
  const { module } = await runnerImport(
    path.join(repositoryRoot, 'src/main/settings/managed/json-schema.ts'),
    { configFile: false },
  );
  const file = path.join(repositoryRoot, 'docs/managed-settings.schema.json');
  const config = await resolveConfig(file);
  const text = JSON.stringify(module.managedSettingsJsonSchema());
  writeFileSync(file, await format(text, { ...config, filepath: file }));
  return 0;
}

if (isStartedDirectly(import.meta.url)) await runScript(main);
