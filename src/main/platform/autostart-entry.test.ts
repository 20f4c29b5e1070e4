import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandOf } from '../test-support/desktop-entry';
import { AutostartEntry, autostartEntry } from './autostart-entry';

const installed = { program: '/opt/Token Tray/token-tray', args: ['--at-login'] };
const file = 'io.github.tokentray.TokenTray.desktop';

/** A configuration folder of a person who has no autostart folder yet. */
function configFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'token-tray-autostart-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const entryIn = (folder: string, launch = installed, isPackaged = true): AutostartEntry =>
  new AutostartEntry({
    configFolder: folder,
    appId: 'io.github.tokentray.TokenTray',
    appName: 'Token Tray',
    launch,
    isPackaged,
  });

const read = (folder: string): Promise<string> => readFile(join(folder, 'autostart', file), 'utf8');

async function write(folder: string, text: string): Promise<void> {
  await mkdir(join(folder, 'autostart'), { recursive: true });
  await writeFile(join(folder, 'autostart', file), text);
}

describe('the text of an autostart entry', () => {
  it('is a desktop entry that starts the program and opens no window', () => {
    expect(autostartEntry('Token Tray', installed).split('\n')).toEqual([
      '[Desktop Entry]',
      'Type=Application',
      'Name=Token Tray',
      'Exec="/opt/Token Tray/token-tray" --at-login',
      'TryExec=/opt/Token Tray/token-tray',
      'Icon=token-tray',
      'Terminal=false',
      'StartupNotify=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ]);
  });

  it.each([
    '/opt/token-tray',
    '/home/zoë/My Programs/Token Tray.AppImage',
    '/a"b',
    "/a'b",
    '/a`id`b',
    '/a$HOME $(id)b',
    '/a\\b\\\\c\\',
    '/50% %u %% %',
    '/a\tb\nc\rd',
    '/~ & ; | < > * ? # ( ) = ! [ ] { } ^',
    '/\\n\\s\\\\t',
    '/emoji 😀',
  ])('has a program called %j, and an argument of that kind, exactly as they are', (program) => {
    const args = [program, '', `--switch=${program}`, '--at-login'];
    const text = autostartEntry('Token Tray', { program, args });
    expect(commandOf(text)).toEqual([program, ...args]);
    expect(text.split('\n')).toHaveLength(10);
  });

  it('keeps every character of the keyboard', () => {
    for (let code = 0x20; code < 0x7f; code += 1) {
      const character = String.fromCharCode(code);
      const args = [character, `a${character}b${character}${character}`];
      expect(commandOf(autostartEntry('x', { program: '/x', args }))).toEqual(['/x', ...args]);
    }
  });
});

describe('start at login on Linux', () => {
  it('is off until it is switched on, and then again', async () => {
    const folder = configFolder();
    const entry = entryIn(folder);
    expect(await entry.isOn()).toBe(false);
    await entry.set(true);
    expect(await entry.isOn()).toBe(true);
    expect(await read(folder)).toBe(autostartEntry('Token Tray', installed));
    expect(await readdir(join(folder, 'autostart'))).toEqual([file]);
    await entry.set(false);
    expect(await entry.isOn()).toBe(false);
    expect(await readdir(join(folder, 'autostart'))).toEqual([]);
    await entry.set(false);
  });

  it('leaves the entries of others alone', async () => {
    const folder = configFolder();
    await write(folder, '');
    await writeFile(join(folder, 'autostart', 'other.desktop'), 'theirs');
    await entryIn(folder).set(true);
    await entryIn(folder).set(false);
    expect(await readdir(join(folder, 'autostart'))).toEqual(['other.desktop']);
  });

  it('takes away a link, not what it leads to', async () => {
    const folder = configFolder();
    await mkdir(join(folder, 'autostart'));
    await writeFile(join(folder, 'dotfile'), autostartEntry('Token Tray', installed));
    await symlink(join(folder, 'dotfile'), join(folder, 'autostart', file));
    expect(await entryIn(folder).isOn()).toBe(true);
    await entryIn(folder).set(false);
    expect(await readdir(join(folder, 'autostart'))).toEqual([]);
    expect(await readFile(join(folder, 'dotfile'), 'utf8')).toContain('Exec=');
  });

  it.each([
    ['Hidden', 'Hidden=true'],
    ['GNOME’s own line', 'X-GNOME-Autostart-enabled=false'],
    ['MATE’s own line', 'X-MATE-Autostart-enabled = false'],
  ])(
    'is off when a desktop has switched it off with %s, until it is switched on here',
    async (_name, line) => {
      const folder = configFolder();
      await entryIn(folder).set(true);
      const [key = ''] = line.split(/ ?=/);
      const lines = (await read(folder)).split('\n').filter((each) => !each.startsWith(key));
      await write(folder, [...lines, line].join('\n'));
      expect(await entryIn(folder).isOn()).toBe(false);
      await entryIn(folder, { ...installed, program: '/elsewhere' }).refresh();
      expect(await entryIn(folder).isOn()).toBe(false);
      await entryIn(folder).set(true);
      expect(await entryIn(folder).isOn()).toBe(true);
    },
  );

  it.each([
    ['nothing', '', false],
    ['no command', '[Desktop Entry]\nType=Application\n', false],
    ['a command in another group only', '[Desktop Entry]\n[Desktop Action x]\nExec=/x\n', false],
    ['a line of another group', '[Desktop Entry]\nExec=/x\n[Desktop Action x]\nHidden=true\n', true],
    ['a comment', '# Hidden=true\n[Desktop Entry]\n#Hidden=true\nExec=/x\nHidden=false\n', true],
    ['line ends of another system', '[Desktop Entry]\r\nExec=/x\r\nHidden=true\r\n', false],
  ])('is read from an entry of somebody else with %s', async (_what, text, isOn) => {
    const folder = configFolder();
    await write(folder, text);
    expect(await entryIn(folder).isOn()).toBe(isOn);
  });

  it('says when it could not be changed or read', async () => {
    const folder = configFolder();
    await writeFile(join(folder, 'autostart'), 'no folder');
    await expect(entryIn(folder).set(true)).rejects.toThrow();
    await expect(entryIn(folder).isOn()).rejects.toThrow(/ENOTDIR/);
  });
});

describe('an entry of a program that has moved', () => {
  const moved = { program: '/home/zoe/Token Tray 2.AppImage', args: ['--at-login'] };

  it('starts it from its new place', async () => {
    const folder = configFolder();
    await entryIn(folder).set(true);
    await entryIn(folder, moved).refresh();
    expect(commandOf(await read(folder))).toEqual([moved.program, '--at-login']);
  });

  it('stays as it is while nothing has moved', async () => {
    const folder = configFolder();
    const byHand = (await textOf(folder)).replace('--at-login', '--at-login --disable-gpu');
    await write(folder, byHand);
    await entryIn(folder).refresh();
    expect(await read(folder)).toBe(byHand);
  });

  it('stays off when it is off', async () => {
    const folder = configFolder();
    await entryIn(folder).refresh();
    expect(await readdir(folder)).toEqual([]);
  });

  it('stays as it is when somebody has written it in a way of their own', async () => {
    const folder = configFolder();
    const own = '[Desktop Entry]\nType=Application\nExec=env LANG=C /home/zoe/start-tray.sh\n';
    await write(folder, own);
    await entryIn(folder, moved).refresh();
    expect(await read(folder)).toBe(own);
  });

  it('is not taken over by the sources while the installed program is there', async () => {
    const folder = configFolder();
    const program = join(folder, 'token-tray');
    await writeFile(program, '');
    chmodSync(program, 0o755);
    await entryIn(folder, { program, args: ['--at-login'] }).set(true);
    const sources = { program: '/checkout/electron', args: ['/checkout', '--at-login'] };
    await entryIn(folder, sources, false).refresh();
    expect(commandOf(await read(folder))).toEqual([program, '--at-login']);
    rmSync(program);
    await entryIn(folder, sources, false).refresh();
    expect(commandOf(await read(folder))).toEqual([sources.program, ...sources.args]);
  });

  async function textOf(folder: string): Promise<string> {
    await entryIn(folder).set(true);
    return read(folder);
  }
});
