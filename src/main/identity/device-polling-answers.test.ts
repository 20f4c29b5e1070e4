import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DevicePollingAnswers } from './device-polling-answers';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refusal = (error: string) => Response.json({ error }, { status: 400 });

/** Polls once per answer; resolves to what MSAL gets to see and how long it waited for it, in ms. */
async function poll(answers: DevicePollingAnswers, answer: Response) {
  const began = Date.now();
  const polling = answers.watched(() => Promise.resolve(answer))('https://login.example/token', {
    method: 'POST',
  });
  await vi.runAllTimersAsync();
  const response = await polling;
  const body: unknown = await response.json();
  return { body, status: response.status, waited: Date.now() - began };
}

it('asks 5 s less often each time the service wants that, and goes on', async () => {
  const answers = new DevicePollingAnswers();
  answers.begin();
  const pending = { error: 'authorization_pending' };
  const polls = [];
  for (const error of ['authorization_pending', 'slow_down', 'authorization_pending', 'slow_down'])
    polls.push(await poll(answers, refusal(error)));
  expect(polls.map(({ body }) => body)).toEqual([pending, pending, pending, pending]);
  expect(polls.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  expect(polls.map(({ waited }) => waited)).toEqual([0, 5000, 5000, 10_000]);
});

it('leaves alone what is no answer to polling', async () => {
  const answers = new DevicePollingAnswers();
  expect((await poll(answers, refusal('slow_down'))).body).toEqual({ error: 'slow_down' });
  answers.begin();
  expect((await poll(answers, Response.json({ access_token: 'x' }))).body).toEqual({ access_token: 'x' });
  expect((await poll(answers, refusal('expired_token'))).body).toEqual({ error: 'expired_token' });
});
