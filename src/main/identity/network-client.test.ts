import { AuthError, PublicClientApplication } from '@azure/msal-node';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startServer } from '../test-support/http-server';
import { CertificateProblem, NotJson, TimedOut } from './network-errors';
import { createNetworkClient, type Fetch } from './network-client';

const client = createNetworkClient((url, init) => fetch(url, init), AuthError);

async function errorOf(promise: Promise<unknown>): Promise<AuthError> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AuthError)) throw new Error('expected MSAL’s AuthError', { cause: error });
  return error;
}

describe('MSAL’s way to the network', () => {
  it('posts what MSAL gives it, and brings back status, headers and the fields of the answer', async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-ms-request-id': '42' });
      response.end('{"token_type":"Bearer","expires_in":3600}');
    });
    const body = 'grant_type=refresh_token&scope=a%20b';
    const headers = {
      'content-type': 'application/x-www-form-urlencoded;charset=utf-8',
      'client-request-id': 'id',
    };
    const answer = await client.sendPostRequestAsync(`${server.origin}/token?x=1`, { headers, body });
    expect(answer.status).toBe(200);
    expect(answer.headers['x-ms-request-id']).toBe('42');
    expect(answer.body).toEqual({ token_type: 'Bearer', expires_in: 3600 });
    expect(server.requests).toMatchObject([{ method: 'POST', url: '/token?x=1', body, headers }]);
  });

  it('gets with the headers that MSAL gives it, and without any', async () => {
    const server = await startServer((_request, response) => response.end('{}'));
    await client.sendGetRequestAsync(`${server.origin}/a`, { headers: { accept: 'application/json' } });
    await client.sendGetRequestAsync(`${server.origin}/b`);
    expect(server.requests).toMatchObject([
      { method: 'GET', url: '/a', headers: { accept: 'application/json' } },
      { method: 'GET', url: '/b' },
    ]);
  });

  it.each([400, 401, 429, 503])('leaves an error of the service with status %d to MSAL', async (status) => {
    const server = await startServer((_request, response) => {
      response.writeHead(status).end('{"error":"invalid_grant"}');
    });
    const answer = await client.sendPostRequestAsync(server.origin);
    expect(answer).toMatchObject({ status, body: { error: 'invalid_grant' } });
  });
});

it('leaves no timer behind when the answer is there', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const answering = createNetworkClient(() => Promise.resolve(new Response('{}')), AuthError);
  const answered = answering.sendGetRequestAsync('https://login.example');
  expect(vi.getTimerCount()).toBe(1);
  await answered;
  expect(vi.getTimerCount()).toBe(0);
});

describe('a network that fails', () => {
  it('is told as MSAL’s own error, with the reason and its cause', async () => {
    const server = await startServer(() => undefined);
    await server.stop();
    const error = await errorOf(client.sendPostRequestAsync(server.origin));
    expect(error.errorCode).toBe('network_error');
    expect(error.message).toContain('fetch failed');
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  it('is a network error, too, when the answer breaks off', async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"access_token":"');
      setImmediate(() => response.destroy());
    });
    expect((await errorOf(client.sendPostRequestAsync(server.origin))).errorCode).toBe('network_error');
  });

  it('is a network error, too, when no answer comes in time', async () => {
    const server = await startServer(() => undefined);
    const error = await errorOf(client.sendGetRequestAsync(server.origin, {}, 20));
    expect(error.errorCode).toBe('network_error');
    expect(error.cause).toBeInstanceOf(TimedOut);
  });

  it('is one, too, when the answer begins in time but does not end', async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{');
    });
    const error = await errorOf(client.sendGetRequestAsync(server.origin, {}, 50));
    expect(error.errorCode).toBe('network_error');
    expect(error.cause).toBeInstanceOf(TimedOut);
  });

  it.each(['<html>Sign in to Hotel Wi-Fi</html>', '', '{"access_token":"the-token-itself"x'])(
    'is told as an answer that makes no sense when it is %j, and quotes nothing of it',
    async (text) => {
      const server = await startServer((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end(text);
      });
      const error = await errorOf(client.sendPostRequestAsync(server.origin));
      expect(error.errorCode).toBe('token_parsing_error');
      expect(error.message).toContain('text/html');
      expect(error.message).toContain('200');
      const told = `${error.message}${error.stack ?? ''}${String(error.cause)}`;
      expect(told).not.toMatch(/Hotel|token-itself/);
    },
  );
});

describe('metadata that cannot be had', () => {
  /** A sign-in of real MSAL at a cloud that it does not know, as far as it comes. */
  async function begin(fetch: Fetch): Promise<AuthError> {
    const networkClient = createNetworkClient(fetch, AuthError);
    const application = new PublicClientApplication({
      auth: {
        clientId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
        authority: 'https://login.example/tenant',
        knownAuthorities: ['login.example'],
      },
      system: { networkClient },
    });
    const request = { scopes: ['a/.default'], redirectUri: 'http://localhost', correlationId: 'the-id' };
    return errorOf(application.getAuthCodeUrl(request).catch(networkClient.explain));
  }

  it('is why MSAL knows no endpoints, though MSAL does not say so', async () => {
    const problem = new CertificateProblem('login.example', 'Contoso Proxy CA', 'login.example', 0, 'reason');
    const error = await begin(() => Promise.reject(problem));
    expect(error).toMatchObject({ errorCode: 'network_error', correlationId: 'the-id' });
    expect(error.cause).toBe(problem);
  });

  it('is told with Chromium’s name, too', async () => {
    const error = await begin(() => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')));
    expect(error.errorCode).toBe('network_error');
    expect(error.message).toContain('ERR_INTERNET_DISCONNECTED');
  });

  it('is told when it is a page', async () => {
    const page = { status: 503, headers: { 'content-type': 'text/html' } };
    const error = await begin(() => Promise.resolve(new Response('<h1>Down', page)));
    expect(error.cause).toBeInstanceOf(NotJson);
    expect(error.cause).toMatchObject({ host: 'login.example', status: 503 });
  });

  it('is told when the service refuses it', async () => {
    const refusal = { error: 'invalid_tenant', error_description: 'AADSTS90002: Tenant not found.' };
    const error = await begin(() => Promise.resolve(Response.json(refusal, { status: 400 })));
    expect(error).toMatchObject({ errorCode: 'invalid_tenant', errorMessage: refusal.error_description });
  });

  it('stays MSAL’s where it says nothing', async () => {
    const error = await begin(() => Promise.resolve(Response.json({})));
    expect(error.errorCode).toBe('endpoints_resolution_error');
  });
});

it('leaves other errors of MSAL as they are', async () => {
  const failing = createNetworkClient(() => Promise.reject(new Error('offline')), AuthError);
  await errorOf(failing.sendGetRequestAsync('https://login.example/metadata'));
  const other = new AuthError('invalid_grant', 'id', 'AADSTS70008');
  expect(() => failing.explain(other)).toThrow(other);
});
