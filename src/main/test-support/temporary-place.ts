import Conf from 'conf';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DocumentPlace, KeyValueFile } from '../storage/json-document';

/** 2026-11-22T15:53:00.000Z */
export const testNow = Date.UTC(2026, 10, 22, 15, 53);

/** A real folder for documents, written by the same class that electron-store is made of. Gone after the test. */
export class TemporaryPlace implements DocumentPlace {
  readonly folder = mkdtempSync(join(tmpdir(), 'token-tray-'));
  /** What was logged, with its level. */
  readonly logged: string[] = [];
  readonly log = {
    info: (text: string) => void this.logged.push(`info: ${text}`),
    warn: (text: string) => void this.logged.push(`warn: ${text}`),
    error: (text: string) => void this.logged.push(`error: ${text}`),
  };

  constructor() {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  readonly now = (): number => testNow;

  readonly open = (name: string): KeyValueFile =>
    new Conf({ configName: name, cwd: this.folder, projectName: 'token-tray' });

  async files(): Promise<string[]> {
    return (await readdir(this.folder)).sort();
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): Promise<void> {
    return writeFile(join(this.folder, file), text);
  }

  /** A file where the folder was, so that nothing can be written any more, not even by root. */
  async block(): Promise<void> {
    await rm(this.folder, { recursive: true });
    await writeFile(this.folder, '');
  }
}
