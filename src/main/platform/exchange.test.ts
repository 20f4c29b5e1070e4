import { describe, expect, it } from 'vitest';
import { CertificateProblem, ProxyLoginNeeded } from '../identity/network-errors';
import { FakeNetRequest } from '../test-support/fake-net-request';
import { createExchange, type ExchangeRequest } from './exchange';
import { ProxyLogins } from './proxy-logins';

const url = 'https://api.example/items';

async function begin(change: Partial<ExchangeRequest> = {}, mostBytes = 1000) {
  const requests: FakeNetRequest[] = [];
  const aborter = new AbortController();
  const told: number[] = [];
  let time = 0;
  const exchange = createExchange(
    {
      request: (options) => {
        const request = new FakeNetRequest(options);
        requests.push(request);
        return request;
      },
      proxyLogins: new ProxyLogins(),
      certificateProblems: {
        find: (host) =>
          host === 'api.example' ? new CertificateProblem(host, 'CA', host, 0, 'reason') : undefined,
      },
    },
    new WeakSet(),
    () => (time += 10),
  );
  const limits = { signal: aborter.signal, mostBytes, received: (bytes: number) => void told.push(bytes) };
  const answer = exchange({ method: 'GET', url, headers: [], ...change }, limits);
  answer.catch(() => undefined);
  await expect.poll(() => requests.length, { interval: 1 }).toBe(1);
  const [request] = requests;
  if (request === undefined) throw new Error('no request');
  return { request, answer, aborter, told };
}

describe('one request over Chromium’s network', () => {
  it('sends what it is given, follows nothing, keeps nothing, and tells all of the answer', async () => {
    const { request, answer, told } = await begin({
      method: 'POST',
      headers: [{ name: 'X-A', value: '1' }],
      body: 'é',
    });
    expect(request.options).toEqual({
      method: 'POST',
      url,
      headers: { 'X-A': '1' },
      redirect: 'manual',
      cache: 'no-store',
    });
    expect(request.sent).toBe('é');
    const response = request.answers(404, { 'x-b': ['1', '2'] });
    response.push('no');
    response.push(null);
    expect(await answer).toMatchObject({
      status: 404,
      headers: [
        { name: 'x-b', value: '1' },
        { name: 'x-b', value: '2' },
      ],
      body: Buffer.from('no'),
      isCut: false,
      firstByteAfter: 10,
      total: 20,
    });
    expect(told).toEqual([0, 2]);
  });

  it('tells a redirect as the answer that it is', async () => {
    const { request, answer } = await begin();
    request.redirects('https://elsewhere.example/');
    expect(await answer).toMatchObject({
      headers: [{ name: 'location', value: 'https://elsewhere.example/' }],
      body: Buffer.alloc(0),
    });
    expect(request).toMatchObject({ followed: undefined, aborted: true });
  });

  it('ends an answer that is too long, and keeps the beginning', async () => {
    const { request, answer } = await begin({}, 5);
    const response = request.answers(200);
    response.push('abc');
    response.push('defg');
    expect(await answer).toMatchObject({ body: Buffer.from('abcde'), isCut: true });
    expect(request.aborted).toBe(true);
  });

  it('ends when it is told to', async () => {
    const { request, answer, aborter } = await begin();
    const reason = new Error('enough');
    request.answers(200).push('a');
    aborter.abort(reason);
    await expect(answer).rejects.toBe(reason);
    expect(request.aborted).toBe(true);
  });

  it('fails as fetch does', async () => {
    const first = await begin();
    first.request.fails('net::ERR_CERT_AUTHORITY_INVALID');
    await expect(first.answer).rejects.toBeInstanceOf(CertificateProblem);
    const second = await begin();
    await second.request.asksForLogin();
    await expect(second.answer).rejects.toBeInstanceOf(ProxyLoginNeeded);
  });
});
