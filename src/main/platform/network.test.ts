import { describe, expect, it } from 'vitest';
import { parseUrl } from '../../shared/parse-url';
import { CertificateProblem, ProxyLoginNeeded, Redirected } from '../identity/network-errors';
import { FakeNetRequest } from '../test-support/fake-net-request';
import { createFetch } from './network';
import { ProxyLogins } from './proxy-logins';

const tokenEndpoint = 'https://login.example/tenant/oauth2/v2.0/token';
const proxy = 'proxy.example:8080';
const wrong = { username: 'user', password: 'wrong' };
const right = { username: 'user', password: 'right' };

class Network {
  readonly requests: FakeNetRequest[] = [];
  readonly proxyLogins = new ProxyLogins();
  readonly problems = new Map<string, CertificateProblem>();
  readonly fetch = createFetch({
    request: (options) => {
      const request = new FakeNetRequest(options);
      this.requests.push(request);
      return request;
    },
    proxyLogins: this.proxyLogins,
    certificateProblems: { find: (host) => this.problems.get(host) },
  });

  /** Starts one, and waits until it is on its way. */
  async send(url: string, init: RequestInit = {}) {
    const before = this.requests.length;
    const response = this.fetch(url, init);
    // Looked at by the test, some time later.
    response.catch(() => undefined);
    await expect.poll(() => this.requests.length, { interval: 1 }).toBe(before + 1);
    const request = this.requests[before];
    if (request === undefined) throw new Error('no request');
    return { request, response };
  }

  post(init: RequestInit = {}) {
    return this.send(tokenEndpoint, { method: 'POST', body: 'grant_type=x', ...init });
  }
}

describe('fetch over Chromium’s network', () => {
  it('sends method, headers and body, keeps nothing, and brings back all of the answer', async () => {
    const { request, response } = await new Network().post({
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'client-request-id': 'id' },
    });
    expect(request.options).toEqual({
      method: 'POST',
      url: tokenEndpoint,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'client-request-id': 'id' },
      redirect: 'manual',
      cache: 'no-store',
    });
    expect(request.sent).toBe('grant_type=x');
    const answer = request.answers(400, { 'retry-after': '5', 'set-cookie': ['a=1', 'b=2'] });
    answer.push('{"error":');
    answer.push('"ü"}');
    answer.push(null);
    const { status, headers, ok } = await response;
    expect({ status, ok }).toEqual({ status: 400, ok: false });
    expect(headers.get('retry-after')).toBe('5');
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await (await response).json()).toEqual({ error: 'ü' });
  });

  it('sends no body where there is none, and takes an answer without one', async () => {
    const { request, response } = await new Network().send('https://login.example');
    expect(request.options.method).toBe('GET');
    expect(request.sent).toBe('');
    request.answers(204).push(null);
    expect(await (await response).text()).toBe('');
  });

  it.each(['net::ERR_CONNECTION_RESET', 'net::ERR_INTERNET_DISCONNECTED'])(
    'fails with Chromium’s name: %s',
    async (name) => {
      const { request, response } = await new Network().post();
      request.fails(name);
      await expect(response).rejects.toThrow(name);
    },
  );

  it('fails when the answer breaks off', async () => {
    const { request, response } = await new Network().post();
    request.answers(200).push('{"access_token":');
    request.fails('net::ERR_CONTENT_LENGTH_MISMATCH');
    await expect(response).rejects.toThrow('net::ERR_CONTENT_LENGTH_MISMATCH');
  });

  it('takes no answer without end', async () => {
    const { request, response } = await new Network().send('https://login.example');
    const answer = request.answers(200);
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    for (let n = 0; n < 17; n += 1) answer.push(megabyte);
    await expect(response).rejects.toThrow('too long');
    expect(request.aborted).toBe(true);
  });

  it('ends when it is told to, before and while the answer comes', async () => {
    const network = new Network();
    const reason = new Error('enough');
    for (const begin of [() => undefined, (request: FakeNetRequest) => request.answers(200).push('{')]) {
      const aborter = new AbortController();
      const { request, response } = await network.post({ signal: aborter.signal });
      begin(request);
      aborter.abort(reason);
      await expect(response).rejects.toBe(reason);
      expect(request.aborted).toBe(true);
    }
    await expect(network.fetch(tokenEndpoint, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(network.requests).toHaveLength(2);
  });
});

describe('a proxy that wants a login', () => {
  it('gets the one that is known for it', async () => {
    const network = new Network();
    await network.proxyLogins.set(proxy, right, false);
    const { request, response } = await network.post();
    expect(await request.asksForLogin()).toEqual([right.username, right.password]);
    request.answers(200).push(null);
    expect((await response).status).toBe(200);
  });

  it('is named where none is known', async () => {
    const network = new Network();
    await network.proxyLogins.set('proxy.example:3128', right, false);
    const { request, response } = await network.post();
    expect(await request.asksForLogin()).toEqual([]);
    expect(request.aborted).toBe(true);
    const error = await response.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProxyLoginNeeded);
    expect(error).toMatchObject({ host: 'proxy.example', port: 8080, realm: 'Contoso', wasWrong: false });
  });

  it('gets a wrong one once only, in whichever request, and then the next that is set', async () => {
    const network = new Network();
    await network.proxyLogins.set(proxy, wrong, false);
    const first = await network.post();
    expect(await first.request.asksForLogin()).toEqual([wrong.username, wrong.password]);
    expect(await first.request.asksForLogin()).toEqual([]);
    await expect(first.response).rejects.toMatchObject({ name: 'ProxyLoginNeeded', wasWrong: true });
    const second = await network.post();
    expect(await second.request.asksForLogin()).toEqual([]);
    await expect(second.response).rejects.toMatchObject({ name: 'ProxyLoginNeeded', wasWrong: true });
    await network.proxyLogins.set(proxy, right, false);
    const third = await network.post();
    expect(await third.request.asksForLogin()).toEqual([right.username, right.password]);
  });

  it('may ask in each request', async () => {
    const network = new Network();
    await network.proxyLogins.set(proxy, right, false);
    for (let n = 0; n < 3; n += 1) {
      const { request } = await network.post();
      expect(await request.asksForLogin()).toEqual([right.username, right.password]);
    }
  });

  it('is not the service itself, which gets no login', async () => {
    const network = new Network();
    await network.proxyLogins.set('login.example:443', right, false);
    const { request, response } = await network.post();
    expect(await request.asksForLogin({ isProxy: false, host: 'login.example', port: 443 })).toEqual([]);
    expect(request.aborted).toBe(false);
    request.answers(401).push(null);
    expect((await response).status).toBe(401);
  });
});

describe('a redirect', () => {
  it.each(['https://login.example/other', 'https://portal.example/sign-in', 'https://'])(
    'of a request for a token is not followed: %s',
    async (target) => {
      const { request, response } = await new Network().post();
      request.redirects(target);
      const error = await response.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Redirected);
      expect(error).toMatchObject({
        host: 'login.example',
        to: parseUrl(target)?.host ?? '',
      });
      expect(request).toMatchObject({ followed: undefined, aborted: true });
    },
  );

  it.each(['http://login.example/tenant', 'https://login.example:8443/tenant', 'https://portal.example/'])(
    'of metadata is not followed to another origin: %s',
    async (target) => {
      const { request, response } = await new Network().send('https://login.example/metadata');
      request.redirects(target);
      await expect(response).rejects.toBeInstanceOf(Redirected);
    },
  );

  it('of metadata is followed within its origin', async () => {
    const { request, response } = await new Network().send('https://login.example/metadata');
    request.redirects('https://login.example/metadata/');
    expect(request.followed).toBe(true);
    request.answers(200).push(null);
    expect((await response).status).toBe(200);
  });
});

describe('a certificate that is not trusted', () => {
  const problem = new CertificateProblem('login.example', 'Contoso Proxy CA', 'login.example', 0, 'reason');

  it('is named with its issuer', async () => {
    const network = new Network();
    network.problems.set('login.example', problem);
    const { request, response } = await network.post();
    request.fails('net::ERR_CERT_AUTHORITY_INVALID');
    await expect(response).rejects.toBe(problem);
  });

  it('keeps Chromium’s name where nothing is known of it', async () => {
    const { request, response } = await new Network().post();
    request.fails('net::ERR_CERT_AUTHORITY_INVALID');
    await expect(response).rejects.toThrow('net::ERR_CERT_AUTHORITY_INVALID');
  });

  it('is not the reason of other failures', async () => {
    const network = new Network();
    network.problems.set('login.example', problem);
    const { request, response } = await network.post();
    request.fails('net::ERR_CONNECTION_RESET');
    await expect(response).rejects.toThrow('net::ERR_CONNECTION_RESET');
  });
});
