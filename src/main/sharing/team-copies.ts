import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The last good copy of each team catalogue, as it came. */
export class TeamCopies {
  constructor(private readonly folder: string) {}

  /** Nothing where there is none, or none that can be read. */
  async read(id: string): Promise<Uint8Array | undefined> {
    return readFile(this.pathOf(id)).catch(() => undefined);
  }

  /** The copy is whole or the one before it, whenever the program is killed. @throws what the file system throws */
  async write(id: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const path = this.pathOf(id);
    await writeFile(`${path}.new`, bytes);
    await rename(`${path}.new`, path);
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true }).catch(() => undefined);
  }

  private pathOf(id: string): string {
    return join(this.folder, `${id}.json`);
  }
}
