import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import { talk } from '../src/main/automation/endpoint/test-sockets';
import { ATTACKER } from './desktop/browser';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import { filesBelow, holds } from './files';
import { claimsOf, enterDemo, signInInBrowser, token, zoe } from './person';

const run = promisify(execFile);
const vault = 'https://vault.azure.net';
const name = 'my notebook';

interface Consumer {
  readonly id: string;
  /** What a person pastes into their shell. */
  readonly lines: string;
  readonly port: number;
  readonly secret: string;
}

/** Switches the endpoint on and adds a program, as the page does; what it needs comes over the clipboard. */
async function addConsumer(
  page: Page,
  desktop: DesktopSession,
  { asksForOthers = false } = {},
): Promise<Consumer> {
  await page.evaluate(() => window.tokenTray.run('changeSettings', { change: { localEndpoint: true } }));
  await page.waitForFunction(async () => (await window.tokenTray.getSnapshot()).endpoint.state === 'running');
  const draft = {
    name,
    identity: {},
    resources: vault,
    asksForOthers,
    expiresOn: null,
    fromContainers: false,
  };
  await page.evaluate((given) => window.tokenTray.run('addConsumer', given), draft);
  const id = await page.evaluate(
    async () => (await window.tokenTray.getSnapshot()).endpoint.freshSecretOf ?? '',
  );
  await page.evaluate(
    (consumerId) => window.tokenTray.run('copyConsumerLines', { consumerId, form: 'bash' }),
    id,
  );
  const lines = await desktop.clipboard.waitFor((text) => text.includes('IDENTITY_ENDPOINT'));
  await page.evaluate(() => window.tokenTray.run('forgetConsumerSecret', {}));
  const secret = /IDENTITY_HEADER='([^']+)'/.exec(lines)?.[1] ?? '';
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(lines)?.[1]);
  return { id, lines, port, secret };
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

/** Asks as an SDK does. */
const ask = ({ port, secret }: Consumer, resource = vault): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const url = `http://127.0.0.1:${port}/msi/token?api-version=2019-08-01&resource=${encodeURIComponent(resource)}`;
    httpRequest(url, { headers: { 'X-IDENTITY-HEADER': secret } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body = JSON.parse(Buffer.concat(parts).toString()) as Answer['body'];
        resolve({ status: response.statusCode ?? 0, body });
      });
    })
      .once('error', reject)
      .end();
  });

const tokensGiven = (page: Page): Promise<number> =>
  page.evaluate(async () => (await window.tokenTray.getSnapshot()).endpoint.consumers[0]?.tokensGiven ?? 0);

/** A shell in which somebody has pasted the lines. */
async function shell(lines: string, command: string): Promise<string> {
  const { stdout } = await run('sh', ['-c', `${lines}\n${command}`], {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { PATH: process.env['PATH'], HOME: '/nonexistent' },
  });
  return stdout;
}

/** Nobody may listen yet, or take no more connections. */
const untilItHasTokens = (consumer: Consumer): Promise<void> =>
  expect
    .poll(() =>
      ask(consumer).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);

test('an SDK and curl have tokens with nothing but the pasted lines, and none of it stays behind', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const consumer = await addConsumer(page, desktop);

  const sdk = `import { DefaultAzureCredential } from '@azure/identity';
    console.log((await new DefaultAzureCredential().getToken('${vault}/.default')).token);`;
  const bySdk = await shell(consumer.lines, `'${process.execPath}' --input-type=module -e "${sdk}"`);
  expect(bySdk.trim()).toMatch(token);
  expect(claimsOf(bySdk)).toMatchObject({ aud: vault });

  const url = `$IDENTITY_ENDPOINT?api-version=2019-08-01&resource=${vault}`;
  const byCurl = JSON.parse(
    await shell(consumer.lines, `curl -sS --http2 -H "X-IDENTITY-HEADER: $IDENTITY_HEADER" "${url}"`),
  ) as Answer['body'];
  expect(byCurl['access_token']).toBe(bySdk.trim());

  const azd = '$AZD_AUTH_ENDPOINT/token?api-version=2023-07-12-preview';
  const body = JSON.stringify({ scopes: [`${vault}/.default`] });
  const byAzd = JSON.parse(
    await shell(
      consumer.lines,
      `curl -sS -H "Authorization: Bearer $AZD_AUTH_KEY" -H 'Content-Type: application/json' -d '${body}' "${azd}"`,
    ),
  ) as Answer['body'];
  expect(byAzd).toMatchObject({ status: 'success', token: byCurl['access_token'] });

  await expect.poll(() => tokensGiven(page)).toBe(3);
  const snapshot = await page.evaluate(async () => JSON.stringify(await window.tokenTray.getSnapshot()));
  expect(snapshot).not.toContain(consumer.secret);
  expect(snapshot).not.toContain('eyJ');

  const folder = await program.userDataDir();
  await program.quit();
  const log = await readFile(path.join(folder, 'logs', 'main.log'), 'utf8').catch(() => '');
  for (const text of [log, program.terminalOutput()]) {
    expect(text).not.toContain(consumer.secret);
    expect(text).not.toContain('eyJ');
  }
  const [, payload = '', signature = ''] = bySdk.trim().split('.');
  for (const { name: file, bytes } of [...(await filesBelow(folder)), ...(await filesBelow(desktop.home))])
    for (const secret of [consumer.secret, payload, signature])
      expect(holds(bytes, secret), file).toBe(false);
  const files = await filesBelow(folder);
  const consumers = files.find((each) => path.basename(each.name) === 'consumers.json');
  const { ciphertext } = JSON.parse(String(consumers?.bytes)) as { ciphertext: string };
  expect(Buffer.from(ciphertext, 'base64').subarray(0, 3).toString()).toBe('v11');
  expect(holds(consumers?.bytes ?? Buffer.alloc(0), name)).toBe(false);
});

test('the lines are good after a restart', async ({ launch, desktop }) => {
  const first = await launch();
  const consumer = await addConsumer(await enterDemo(first, desktop), desktop);
  await first.quit();
  await expect(ask(consumer)).rejects.toThrow('ECONNREFUSED');
  const second = await launch();
  await untilItHasTokens(consumer);
  await second.quit();
});

/** A page on another host, as anybody can make one. */
async function serveAttacker(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>A page</title>');
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://www.${ATTACKER}:${port}/`, server };
}

/** Everything a page can do to reach an address; what it could read of the answers. */
const attack = (page: Page, url: string, secret: string): Promise<readonly string[]> =>
  page.evaluate(
    async ([target, header]) => {
      const read = async (init: RequestInit): Promise<string> => {
        try {
          const answer = await fetch(target, init);
          return `${answer.type} ${answer.status} ${await answer.text()}`;
        } catch {
          return 'nothing';
        }
      };
      const ended = (element: HTMLImageElement | HTMLScriptElement): Promise<string> =>
        new Promise((resolve) => {
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('nothing');
          element.src = target;
          document.head.append(element);
        });
      return [
        await read({}),
        await read({ mode: 'no-cors' }),
        await read({ headers: { 'X-IDENTITY-HEADER': header } }),
        await read({
          method: 'POST',
          headers: { 'Content-Type': 'text/plain' },
          mode: 'no-cors',
          body: '{}',
        }),
        await ended(document.createElement('img')),
        await ended(document.createElement('script')),
        await new Promise<string>((resolve) => {
          const socket = new WebSocket(target.replace('http:', 'ws:'));
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('nothing');
        }),
      ];
    },
    [url, secret] as const,
  );

test('pages in a browser are refused: from another site, by address, and after DNS rebinding', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const { secret, port, ...rest } = await addConsumer(page, desktop);
  const consumer = { secret, port, ...rest };
  const target = `/msi/token?api-version=2019-08-01&resource=${encodeURIComponent(vault)}`;

  // Another site: even one that knows the secret reads nothing, and gets nothing it could read.
  const { url, server } = await serveAttacker();
  const evil = await desktop.browser.openPage(url);
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
    const got = await attack(evil, `http://${host}:${port}${target}`, secret);
    for (const each of got) expect(each).toMatch(/^(nothing|opaque 0 )$/);
  }
  server.close();

  // The address bar of the browser, or a link to it: what comes is a refusal.
  const direct = await desktop.browser.openPage(`http://127.0.0.1:${port}${target}`);
  expect(await direct.locator('body').innerText()).toContain('Pages in a browser get no tokens here.');

  // After rebinding the page's own host is this computer: nothing is of another origin, and `Host` tells.
  const rebound = await desktop.browser.openPage(`http://rebound.${ATTACKER}:${port}${target}`);
  expect(await rebound.locator('body').innerText()).toContain(
    'The Host header has to be that of this computer.',
  );
  const got = await attack(rebound, `http://rebound.${ATTACKER}:${port}${target}`, secret);
  expect(got[0]).toMatch(/^basic 403 \{"error":/);
  expect(got[2]).toMatch(/^basic 403 \{"error":/);
  expect(got.join()).not.toContain('access_token');

  expect((await ask(consumer)).status).toBe(200);
  await expect.poll(() => tokensGiven(page)).toBe(1);
});

test('whoever is not signed in is told so at once, and a notification leads to the sign-in', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const consumer = await addConsumer(page, desktop);
  const account = await page.evaluate(async () => (await window.tokenTray.getSnapshot()).account?.id ?? '');
  await page.evaluate((accountId) => window.tokenTray.run('signOut', { accountId }), account);
  await page.close();
  const opened = desktop.browser.openedUrls().length;

  // The unit tests hold the network and the clock; here it counts that no answer waits for a person.
  const answers = [await ask(consumer), await ask(consumer), await ask(consumer)];
  for (const { status, body } of answers) {
    expect(status).toBe(403);
    expect(body).toMatchObject({ error: 'interaction_required' });
  }
  const shown = await desktop.notifications.waitFor(
    ({ title }) => title === `Sign in so that “${name}” gets its tokens`,
  );
  expect(shown.up).toBe(true);
  expect(desktop.browser.openedUrls()).toHaveLength(opened);

  desktop.notifications.click(shown);
  await signInInBrowser(desktop, zoe);
  await expect.poll(async () => (await ask(consumer)).status).toBe(200);
  await desktop.notifications.waitForAll((all) => all.every(({ title, up }) => title !== shown.title || !up));
});

test('what is not on the list is asked about by a notification, which leads to the page', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const consumer = await addConsumer(page, desktop, { asksForOthers: true });
  await page.close();
  const storage = 'https://storage.azure.com';
  expect((await ask(consumer, storage)).status).toBe(403);
  const asked = await desktop.notifications.waitFor(
    ({ title }) => title === `“${name}” wants tokens for storage.azure.com`,
  );
  desktop.notifications.click(asked);
  const again = await program.mainWindow();
  await expect(again.getByRole('heading', { name: 'Scripts and SDKs', level: 1 })).toBeVisible();
  await again.getByRole('button', { name: /^Allow “my notebook” tokens for/ }).click();
  await expect.poll(async () => (await ask(consumer, storage)).status).toBe(200);
  await desktop.notifications.waitForAll((all) => all.every(({ title, up }) => title !== asked.title || !up));
});

test('the tray answers while somebody floods the endpoint', async ({ program, tray, desktop }) => {
  const page = await enterDemo(program, desktop);
  const consumer = await addConsumer(page, desktop);
  let isOver = false;
  let sent = 0;
  const flood = async (): Promise<void> => {
    while (!isOver) {
      await talk(consumer.port, ['GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: \0\r\n\r\n'], { end: true });
      sent += 1;
    }
  };
  const floods = Array.from({ length: 60 }, flood);
  await expect.poll(() => sent).toBeGreaterThan(100);
  await tray.click([/^Demo API/]);
  await desktop.clipboard.waitFor((text) => token.test(text));
  isOver = true;
  await Promise.all(floods);
  await untilItHasTokens(consumer);
});
