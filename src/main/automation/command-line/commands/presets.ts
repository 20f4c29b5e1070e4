import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportChoice, ImportItem } from '../../../../shared/sharing-view';
import type { PresetView } from '../../../../shared/snapshot';
import { localTime } from '../../../../shared/snippets/az-json';
import { CommandLineProblem } from '../command-line-outcome';
import type { CommandLineRun } from '../command-line-services';
import { findPreset } from '../find-preset';
import type { Answer, JsonObject, WrittenAnswer } from '../output/answer';

export const presetList = ({ state }: CommandLineRun): Answer => ({
  value: state.snapshot.presets.map(presetLine),
});

const presetLine = (preset: PresetView): JsonObject => ({
  name: preset.name,
  id: preset.id,
  resource: preset.resource,
  scopes: preset.scopes,
  pinned: preset.pinned,
  account: preset.identity.username ?? null,
  tenant: preset.identity.tenantName ?? null,
  tokenExpiresOn: preset.token === undefined ? null : localTime(new Date(preset.token.expiresOn)),
});

/** @throws CommandLineProblem */
export function presetShow(name: string, { state }: CommandLineRun): Answer {
  const preset = findPreset(state.value.presets, name);
  const shown = state.snapshot.presets.find(({ id }) => id === preset.id);
  return {
    value: {
      ...(shown === undefined ? { name: preset.name, id: preset.id } : presetLine(shown)),
      notes: preset.notes ?? null,
      tags: [...(preset.tags ?? [])],
      clouds: Object.fromEntries(
        Object.entries(preset.targets).map(([cloud, { scopes, requests }]) => [
          cloud,
          { scopes: [...scopes], requests: requests.map(({ method, url }) => ({ method, url })) },
        ]),
      ),
    },
  };
}

/** To a file, or to standard output. @throws CommandLineProblem */
export async function presetExport(
  names: readonly string[],
  file: string | undefined,
  { state, commands, request, progress }: CommandLineRun,
): Promise<WrittenAnswer> {
  const chosen = names.map((each) => findPreset(state.value.presets, each));
  const all = chosen.length === 0 ? state.value.presets : chosen;
  const { text, count, leftOut } = commands.exportForScript(all.map(({ id }) => id));
  const notes = leftOut.map(({ preset, what }) => `Left out of ${preset}: ${what.join(', ')}`);
  const warnings = notes.length === 0 ? {} : { warning: notes.join('\n') };
  if (file === undefined || file === '-') return { text, ...warnings };
  try {
    await writeFile(resolve(request.folder, file), text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new CommandLineProblem(
      isThere
        ? `${file} is there already. Choose another name, or delete it first.`
        : `${file} could not be written.`,
      1,
    );
  }
  progress(`${count} written to ${file}.\n`);
  return warnings;
}

/** Conflicts are refused unless it is said what is to become of them. @throws CommandLineProblem */
export async function presetImport(
  file: string,
  conflicts: 'refuse' | 'replace' | 'keep-both',
  run: CommandLineRun,
): Promise<Answer> {
  const bytes = await bytesOf(file, run);
  const result = await run.commands.importForScript(bytes, (items) => choicesFor(items, conflicts));
  if (result.outcome === 'refused') throw new CommandLineProblem(result.reason, 1);
  return {
    value: result.items.map(({ name, status }, index) => ({
      name,
      status,
      done: done[result.choices[index] ?? 'skip'],
    })),
  };
}

const done: Readonly<Record<ImportChoice, string>> = { take: 'imported', skip: 'skipped', both: 'added' };

function choicesFor(
  items: readonly ImportItem[],
  conflicts: 'refuse' | 'replace' | 'keep-both',
): readonly ImportChoice[] {
  const inConflict = items.filter(({ status }) => status === 'changed' || status === 'name-taken');
  if (conflicts === 'refuse' && inConflict.length > 0)
    throw new CommandLineProblem(
      `There are presets like these already: ${inConflict.map(({ name }) => `'${name}'`).join(', ')}. ` +
        'Say --replace or --keep-both. Nothing was changed.',
      1,
    );
  return items.map(({ status }): ImportChoice => {
    if (status === 'same') return 'skip';
    if (status === 'new') return 'take';
    return conflicts === 'replace' ? 'take' : 'both';
  });
}

async function bytesOf(file: string, { request, commands }: CommandLineRun): Promise<Uint8Array> {
  if (file === '-') return Buffer.from(request.input ?? '');
  const found = await commands.readFileForScript(resolve(request.folder, file));
  if (found.kind === 'file') return found.bytes;
  throw new CommandLineProblem(
    found.kind === 'too-large' ? `${file} is larger than 5 MB.` : `${file} could not be read.`,
    1,
  );
}
