import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextIfThere } from '../storage/files';
import type { Launch, LoginItem } from './login-item';

export interface AutostartOptions {
  readonly configFolder: string;
  readonly appId: string;
  readonly appName: string;
  readonly launch: Launch;
  readonly isPackaged: boolean;
}

/**
 * Start at login on Linux: a desktop entry in the person's autostart folder.
 * https://specifications.freedesktop.org/autostart-spec/latest/
 */
export class AutostartEntry implements LoginItem {
  private readonly folder: string;
  private readonly path: string;

  constructor(private readonly options: AutostartOptions) {
    this.folder = join(options.configFolder, 'autostart');
    this.path = join(this.folder, `${options.appId}.desktop`);
  }

  async isOn(): Promise<boolean> {
    const entry = await this.read();
    return entry !== undefined && startsSomething(entry);
  }

  async set(on: boolean): Promise<void> {
    if (!on) return rm(this.path, { force: true });
    const { appName, launch } = this.options;
    await mkdir(this.folder, { recursive: true });
    // Under a name that no desktop takes for an entry, so that none sees half of one.
    await writeFile(`${this.path}.new`, autostartEntry(appName, launch));
    await rename(`${this.path}.new`, this.path);
  }

  async refresh(): Promise<void> {
    const entry = await this.read();
    const before = entry?.get('TryExec');
    // Without this line it is not as it was written here: somebody starts the program in a way of their own.
    if (entry === undefined || before === undefined || !startsSomething(entry)) return;
    if (before === this.options.launch.program) return;
    // Running the sources once must not take the place of an installed program.
    if (this.options.isPackaged || !(await exists(before))) await this.set(true);
  }

  private async read(): Promise<ReadonlyMap<string, string> | undefined> {
    const text = await readTextIfThere(this.path);
    return text === undefined ? undefined : readEntry(text);
  }
}

/** https://specifications.freedesktop.org/desktop-entry-spec/latest/ */
export const autostartEntry = (name: string, { program, args }: Launch): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${escapeValue(name)}`,
    `Exec=${escapeValue([program, ...args].map(quoteArgument).join(' '))}`,
    // A desktop starts nothing, and complains of nothing, when this program is no longer there.
    `TryExec=${escapeValue(program)}`,
    'Icon=token-tray',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

/** For the `Exec` key, where a percent sign begins a field code. */
function quoteArgument(argument: string): string {
  const isPlain = /^[^\s"'\\><~|&;$*?#()`]+$/.test(argument);
  const quoted = isPlain ? argument : `"${argument.replace(/["`$\\]/g, '\\$&')}"`;
  return quoted.replaceAll('%', '%%');
}

const escapeLetters = new Map([
  ['\\', '\\'],
  ['\n', 'n'],
  ['\t', 't'],
  ['\r', 'r'],
]);
const unescapedLetters = new Map(
  [...escapeLetters, [' ', 's']].map(([character, letter]) => [letter, character]),
);

const escapeValue = (text: string): string =>
  text.replace(/[\\\n\t\r]/g, (character) => `\\${escapeLetters.get(character) ?? ''}`);

const unescapeValue = (text: string): string =>
  text.replace(/\\(.)/g, (both, letter: string) => unescapedLetters.get(letter) ?? both);

/** The keys of the group that counts, without those for single languages. */
function readEntry(text: string): ReadonlyMap<string, string> {
  const entry = new Map<string, string>();
  let group = '';
  for (const line of text.split(/\r?\n/)) {
    group = /^\[(.*)\]\s*$/.exec(line)?.[1] ?? group;
    const [, key, value] = /^([A-Za-z0-9-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (group === 'Desktop Entry' && key !== undefined) entry.set(key, unescapeValue(value ?? ''));
  }
  return entry;
}

/** Desktops switch an entry off with a line in it: by the specification with `Hidden`, GNOME and its kin in their way. */
function startsSomething(entry: ReadonlyMap<string, string>): boolean {
  const switchedOff = [...entry].some(
    ([key, value]) => /^X-.+-Autostart-enabled$/.test(key) && value === 'false',
  );
  return entry.has('Exec') && entry.get('Hidden') !== 'true' && !switchedOff;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
