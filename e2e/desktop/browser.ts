import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright/test';
import type { Browser, BrowserContext, Page } from 'playwright/test';
import { findChromium } from '../../build/system-packages.mjs';
import { fileChanges, waitUntil } from './wait-until';

/** Hosts below this name are this computer to the browser, as somebody may have their own DNS server say. */
export const ATTACKER = 'attacker.example';

const FLAGS = [
  `--host-resolver-rules=MAP *.${ATTACKER} 127.0.0.1`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** The person's web browser: programs ask for it through `xdg-open`, a real Chromium opens the page. */
export class SystemBrowser {
  private readonly env: Record<string, string>;
  private readonly openedFile: string;
  private taken = 0;
  private browser: Promise<Browser> | undefined;
  private context: Promise<BrowserContext> | undefined;

  /**
   * @param folder for the record of what was opened
   * @param commandFolder first on the programs' PATH
   */
  constructor(env: Record<string, string>, folder: string, commandFolder: string) {
    this.env = env;
    mkdirSync(folder, { recursive: true });
    this.openedFile = path.join(folder, 'opened');
    const script = `#!/bin/sh\nprintf '%s\\n' "$1" >> '${this.openedFile}'\n`;
    writeFileSync(path.join(commandFolder, 'xdg-open'), script, { mode: 0o755 });
  }

  /** Every URL so far, in the order programs opened them. */
  openedUrls(): string[] {
    if (!existsSync(this.openedFile)) return [];
    // What is after the last line break is still being written.
    return readFileSync(this.openedFile, 'utf8').split('\n').slice(0, -1);
  }

  /** Waits for the next URL that a program opens. Each is given once. */
  async nextUrl(): Promise<string> {
    const position = this.taken;
    this.taken += 1;
    const changes = fileChanges(path.dirname(this.openedFile));
    const urls = await waitUntil(
      'a page to be opened',
      () => this.openedUrls(),
      (all) => all.length > position,
      changes,
    );
    return String(urls[position]);
  }

  /** Opens a page in the browser, which keeps its cookies from one page to the next. */
  async openPage(url: string): Promise<Page> {
    this.context ??= this.launch().then((browser) => browser.newContext());
    const page = await (await this.context).newPage();
    await page.goto(url);
    return page;
  }

  /** Opens the page that a program asks for next. */
  async openNextPage(): Promise<Page> {
    return this.openPage(await this.nextUrl());
  }

  async close(): Promise<void> {
    await (await this.browser)?.close();
  }

  private launch(): Promise<Browser> {
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('There is no Chromium on this machine.');
    this.browser ??= chromium.launch({
      executablePath,
      env: this.env,
      args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
    });
    return this.browser;
  }
}
