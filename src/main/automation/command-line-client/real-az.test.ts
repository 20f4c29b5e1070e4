import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRealAz } from './real-az';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'token-tray-path-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function place(name: string, text = '#!/bin/sh\n', mode = 0o755): Promise<string> {
  const file = join(folder, name);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
  await chmod(file, mode);
  return file;
}

const found = (platform: NodeJS.Platform, own: string, ...names: readonly string[]) =>
  findRealAz(names.map((name) => join(folder, name)).join(delimiter), platform, own);

describe('the real az', () => {
  it('is the first on the path that can be run', async () => {
    const own = await place('own/token-tray');
    await place('unusable/az', '', 0o644);
    await mkdir(join(folder, 'folder/az'), { recursive: true });
    const program = await place('real/az');
    await place('later/az');
    expect(found('linux', own, 'missing', 'unusable', 'folder', 'real', 'later')).toEqual({
      program,
      args: [],
    });
    expect(found('linux', own, 'missing', 'unusable', 'folder')).toBeUndefined();
    expect(findRealAz('', 'linux', own)).toBeUndefined();
  });

  it('is neither this program nor a script that leads back to it', async () => {
    const own = await place('own/token-tray');
    await mkdir(join(folder, 'link'));
    await symlink(own, join(folder, 'link/az'));
    await place('alias/az', '#!/bin/sh\nexec token-tray az "$@"\n');
    const program = await place('real/az', `#!/bin/sh\n${'# long\n'.repeat(1000)}# token-tray\n`);
    expect(found('linux', own, 'link', 'alias', 'real')).toEqual({ program, args: [] });
  });

  it('is the Python beside az.cmd on Windows: no shell reads the arguments again', async () => {
    const own = await place('own/token-tray.exe');
    await place('lonely/wbin/az.cmd');
    await place('CLI2/wbin/az.cmd');
    const program = await place('CLI2/python.exe');
    expect(found('win32', own, 'lonely/wbin', 'CLI2/wbin')).toEqual({ program, args: ['-IBm', 'azure.cli'] });
  });
});
