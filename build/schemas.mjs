/** `npm run schema`: writes the published JSON Schemas from the schemas that the program itself goes by. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { repositoryRoot } from './bundle.mjs';
import { isStartedDirectly, runScript } from './script.mjs';

/** @param {string} name of the file, @param {object} schema */
async function write(name, schema) {
  const file = path.join(repositoryRoot, 'docs', name);
  const config = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(schema), { ...config, filepath: file }));
}

async function main() {
  /** @type {{ module: typeof import('../src/main/settings/managed/json-schema.ts') }} */
  const managed = await runnerImport(path.join(repositoryRoot, 'src/main/settings/managed/json-schema.ts'), {
    configFile: false,
  });
  /** @type {{ module: typeof import('../src/main/sharing/json-schema.ts') }} */
  const presets = await runnerImport(path.join(repositoryRoot, 'src/main/sharing/json-schema.ts'), {
    configFile: false,
  });
  await write('managed-settings.schema.json', managed.module.managedSettingsJsonSchema());
  await write('preset-file.schema.json', presets.module.presetFileJsonSchema());
  return 0;
}

if (isStartedDirectly(import.meta.url)) await runScript(main);
