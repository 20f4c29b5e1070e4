import type { RequestListener } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { buildNetworkProbe } from './network-probe/build-probe';
import { CertificateAuthority } from './network-probe/certificates';
import type { NetworkProbe } from './network-probe/probe';
import {
  AuthenticatingProxy,
  startDeadEnd,
  startHttp,
  startHttps,
  type RunningServer,
} from './network-probe/servers';

/** The program's network in the real Chromium, as MSAL meets it: proxies, certificates, and what is no answer. */

interface ProbeFixtures {
  /** Starts the probe with these switches. */
  probe: (args?: readonly string[]) => Promise<NetworkProbe>;
  /** Ended after the test. */
  keep: <Stoppable extends { stop(): void }>(server: Stoppable) => Stoppable;
  authority: CertificateAuthority;
}

const test = base.extend<ProbeFixtures, { probeFolder: string }>({
  probeFolder: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const folder = mkdtempSync('/tmp/tt-probe-');
      await buildNetworkProbe(folder);
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],

  probe: async ({ launch, probeFolder }, use) => {
    await use(async (args = []) => probeIn(await launch({ appFolder: probeFolder, args })));
  },

  // eslint-disable-next-line no-empty-pattern -- as above
  keep: async ({}, use) => {
    const servers: { stop(): void }[] = [];
    await use((server) => {
      servers.push(server);
      return server;
    });
    for (const server of servers) server.stop();
  },

  authority: async ({ desktop }, use) => {
    await use(new CertificateAuthority(path.join(desktop.folder, 'ca'), 'Contoso Test CA'));
  },
});

declare global {
  // What the probe leaves in its program.
  var probe: NetworkProbe;
}

const probeIn = ({ app }: Program): NetworkProbe => ({
  get: (url, timeout) =>
    app.evaluate((_electron, asked) => globalThis.probe.get(asked.url, asked.timeout), { url, timeout }),
  post: (url) => app.evaluate((_electron, asked) => globalThis.probe.post(asked), url),
  setProxyLogin: (proxy, username, password) =>
    app.evaluate(
      (_electron, login) => globalThis.probe.setProxyLogin(login.proxy, login.username, login.password),
      { proxy, username, password },
    ),
});

const json: RequestListener = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ method: request.method, path: request.url }));
};

const answered = { status: 200, body: { method: 'POST', path: '/token' } };

/** Names that only the proxy knows. */
const plainUrl = 'http://login.test/token';
const secureUrl = 'https://login.test/token';

async function expectToAskForLogin(probe: NetworkProbe, proxy: AuthenticatingProxy, url: string) {
  const wanted = { name: 'ProxyLoginNeeded', host: '127.0.0.1', port: proxy.port, realm: 'Contoso' };
  const address = `127.0.0.1:${proxy.port}`;
  expect(await probe.post(url)).toMatchObject({
    errorCode: 'network_error',
    cause: { ...wanted, wasWrong: false },
  });
  await probe.setProxyLogin(address, 'zoe', 'wrong');
  expect(await probe.post(url)).toMatchObject({ cause: { ...wanted, wasWrong: true } });
  expect(await probe.post(url)).toMatchObject({ cause: { ...wanted, wasWrong: true } });
  expect(proxy.logins.filter((login) => login === 'zoe:wrong')).toHaveLength(1);
  await probe.setProxyLogin(address, 'zoe', 'right:ü');
  expect(await probe.post(url)).toEqual(answered);
}

test('a proxy that wants a login is named, gets a wrong one once, and lets the right one pass', async ({
  probe,
  keep,
}) => {
  const target = keep(await startHttp(json));
  const proxy = keep(await AuthenticatingProxy.start('zoe:right:ü', target.port));
  const asked = await probe([`--proxy-server=http://127.0.0.1:${proxy.port}`]);
  await expectToAskForLogin(asked, proxy, plainUrl);
});

test('the same through a tunnel to a server whose issuer the system trusts', async ({
  probe,
  keep,
  authority,
  desktop,
}) => {
  authority.beTrustedIn(desktop.home);
  const target = keep(await startHttps(authority.issue('login.test'), json));
  const proxy = keep(await AuthenticatingProxy.start('zoe:right:ü', target.port));
  const asked = await probe([`--proxy-server=http://127.0.0.1:${proxy.port}`]);
  await expectToAskForLogin(asked, proxy, secureUrl);
  // Chromium knows the login now, and gives it unasked.
  const before = proxy.logins.length;
  expect(await asked.post(secureUrl)).toEqual(answered);
  expect(proxy.logins.slice(before)).not.toContain(undefined);
});

test('a proxy that a script names is asked, and others are not', async ({ probe, keep }) => {
  const target = keep(await startHttp(json));
  const proxy = keep(await AuthenticatingProxy.start('zoe:right', target.port));
  const script = keep(
    await startHttp((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' });
      response.end(`function FindProxyForURL(url, host) {
        return host === 'login.test' ? 'PROXY 127.0.0.1:${proxy.port}' : 'DIRECT';
      }`);
    }),
  );
  const asked = await probe([`--proxy-pac-url=http://127.0.0.1:${script.port}/proxy.pac`]);
  await asked.setProxyLogin(`127.0.0.1:${proxy.port}`, 'zoe', 'right');
  expect(await asked.post(plainUrl)).toEqual(answered);
  expect(proxy.logins).toContain('zoe:right');
  const before = proxy.logins.length;
  expect(await asked.post(`http://127.0.0.1:${target.port}/token`)).toEqual(answered);
  expect(proxy.logins).toHaveLength(before);
});

/** The name leads to this computer. */
const mapTo = ({ port }: RunningServer): string =>
  `--host-resolver-rules=MAP login.test:443 127.0.0.1:${port}`;

test('a certificate that is not trusted is named with its issuer, for metadata, too', async ({
  probe,
  keep,
  authority,
}) => {
  const server = keep(await startHttps(authority.issue('login.test'), json));
  const asked = await probe([mapTo(server)]);
  for (const answer of [await asked.post(secureUrl), await asked.get(secureUrl)]) {
    expect(answer).toMatchObject({
      errorCode: 'network_error',
      cause: {
        name: 'CertificateProblem',
        host: 'login.test',
        issuer: 'Contoso Test CA',
        subject: 'login.test',
        reason: 'net::ERR_CERT_AUTHORITY_INVALID',
        trouble: 'unknown-issuer',
      },
    });
  }
});

for (const { name, host, validity, reason, trouble } of [
  {
    name: 'has expired',
    host: 'login.test',
    validity: { from: '20240101000000Z', until: '20240601000000Z' },
    reason: 'net::ERR_CERT_DATE_INVALID',
    trouble: 'expired',
  },
  {
    name: 'is from the future, as seen by a clock that is behind',
    host: 'login.test',
    validity: { from: '20480101000000Z', until: '20480601000000Z' },
    reason: 'net::ERR_CERT_DATE_INVALID',
    trouble: 'not-yet-valid',
  },
  {
    name: 'is for another host',
    host: 'other.test',
    validity: undefined,
    reason: 'net::ERR_CERT_COMMON_NAME_INVALID',
    trouble: 'wrong-host',
  },
]) {
  test(`a certificate of a trusted issuer that ${name} is told as that`, async ({
    probe,
    keep,
    authority,
    desktop,
  }) => {
    authority.beTrustedIn(desktop.home);
    const server = keep(await startHttps(authority.issue(host, validity), json));
    const asked = await probe([mapTo(server)]);
    expect(await asked.post(secureUrl)).toMatchObject({
      cause: { name: 'CertificateProblem', host: 'login.test', subject: host, reason, trouble },
    });
  });
}

test('what is no answer is told apart: a page, another address, a cut, a wait', async ({ probe, keep }) => {
  const server = keep(
    await startHttp((request, response) => {
      switch (request.url) {
        case '/page':
          response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hotel');
          break;
        case '/portal':
          response.writeHead(302, { location: 'http://portal.test/sign-in' }).end();
          break;
        case '/moved':
          response.writeHead(301, { location: '/metadata' }).end();
          break;
        case '/cut':
          response.writeHead(200, { 'content-length': '1000' }).write('{');
          setImmediate(() => response.destroy());
          break;
        case '/wait':
          response.writeHead(200, { 'content-length': '1000' }).write('{');
          break;
        default:
          json(request, response);
      }
    }),
  );
  const asked = await probe();
  const origin = `http://127.0.0.1:${server.port}`;
  const host = `127.0.0.1:${server.port}`;
  expect(await asked.post(`${origin}/page`)).toMatchObject({
    errorCode: 'token_parsing_error',
    cause: { name: 'NotJson', host, contentType: 'text/html', status: 200 },
  });
  for (const error of [await asked.post(`${origin}/portal`), await asked.get(`${origin}/portal`)]) {
    expect(error).toMatchObject({ cause: { name: 'Redirected', host, to: 'portal.test' } });
  }
  expect(await asked.get(`${origin}/moved`)).toEqual({
    status: 200,
    body: { method: 'GET', path: '/metadata' },
  });
  const cut = await asked.post(`${origin}/cut`);
  expect(cut).toMatchObject({ errorCode: 'network_error', cause: { name: 'Error' } });
  expect(cut).toHaveProperty('message', expect.stringContaining('net::ERR_'));
  expect(await asked.get(`${origin}/wait`, 500)).toMatchObject({ cause: { name: 'TimedOut', host } });
});

test('a program that starts asks nobody for anything', async ({ launch, keep }) => {
  const proxy = keep(await startDeadEnd());
  const program = await launch({ args: [`--proxy-server=http://127.0.0.1:${proxy.port}`] });
  await program.mainWindow();
  // All that was asked for before this is known by then.
  await program.app.evaluate(({ net }) => net.fetch('http://last.test/').then(({ status }) => status));
  expect(proxy.asked).toEqual(['http://last.test/']);
});
