import { mkdirSync } from 'node:fs';
import path from 'node:path';
import axe, { type NodeResult } from 'axe-core';
import type { Page } from 'playwright/test';
import { expect } from './desktop/fixtures';

/** Where pictures of pages are kept. */
export const pictures = path.join(import.meta.dirname, 'results', 'pictures');

/** Looks at a page as a person (a picture) and as axe does (nothing to be found). */
export type Look = (name: string) => Promise<void>;

async function findingsOf(page: Page): Promise<string[]> {
  // By the debugger, since the page's own content security policy lets no script of others in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    // Put there above; no type knows of it.
    (window as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
      // Part of WCAG 2.2 AA, and off unless it is asked for.
      rules: { 'target-size': { enabled: true } },
    }),
  );
  // What an open menu lies over is no target before the menu is closed.
  const isBelowMenus = (await page.getByRole('menu').count()) > 0;
  const isCovered = ({ failureSummary = '' }: NodeResult): boolean =>
    isBelowMenus && failureSummary.includes('partially obscured');
  return violations.flatMap(({ id, nodes }) => {
    const found = id === 'target-size' ? nodes.filter((node) => !isCovered(node)) : nodes;
    if (found.length === 0) return [];
    return `${id}: ${found.map(({ html, failureSummary }) => `${html} ${String(failureSummary)}`).join('\n')}`;
  });
}

/** Waits until nothing moves or ticks within a label: "Copied" is gone, motion has ended. */
async function untilCalm(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Copied/ })).toHaveCount(0);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
      ),
  );
}

/** `scheme` tells the pictures apart. */
export const lookAt =
  (page: Page, scheme: string): Look =>
  async (name) => {
    await untilCalm(page);
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: path.join(pictures, `${name}-${scheme}.png`) });
    expect(await findingsOf(page), `axe on ${name}`).toEqual([]);
  };
