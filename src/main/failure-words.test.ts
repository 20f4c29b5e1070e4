import { describe, expect, it } from 'vitest';
import { failureKinds } from '../shared/failure';
import { adviceFor, failureView } from '../shared/failure-advice';
import { failureAdvices } from '../shared/failure-advices';
import { failureWords } from '../shared/failure-words';
import { exampleView, failureExamples } from './test-support/failure-examples';

const day = (on: number): string => new Date(on).toISOString().slice(0, 10);

it('has an example for each advice, which gets it', () => {
  expect(failureExamples.map(({ advice }) => advice)).toEqual(failureAdvices);
  for (const { advice, failure, clientKind } of failureExamples)
    expect(adviceFor(failure, clientKind)).toBe(advice);
});

describe.each(failureExamples)('the words for $advice', (example) => {
  const view = exampleView(example);
  const { what, todo } = failureWords(view, day);
  // The same with nothing known but what is certain.
  const bare = failureWords(failureView(example.failure, { names: {} }), day);

  it('are short, whole sentences', () => {
    expect(what).toMatch(/^(\p{Lu}|zoe@|login\.).*\.$/u);
    expect(what.length).toBeLessThanOrEqual(110);
    expect(todo).toMatch(/^\p{Lu}.*\.$/u);
    expect(todo.length).toBeLessThanOrEqual(220);
    expect(bare.what).toMatch(/^(\p{Lu}|login\.).*\.$/u);
    expect(`${what} ${todo} ${bare.what} ${bare.todo}`).not.toMatch(/[{}]|undefined| {2}|\.\./);
  });

  it('need no knowledge of how sign-ins work', () => {
    const jargon =
      /oauth|aadsts|msal|grant|claim|scope|pkce|redirect|endpoint|authority|principal|conditional access/i;
    expect(what).not.toMatch(jargon);
    // A service principal is what the person has chosen to use, by that name.
    expect(todo.replace('service principal', '')).not.toMatch(jargon);
  });

  it('promise no button that is not there', () => {
    const { actions } = view;
    if (/\bsteps show\b/.test(todo)) expect(actions).toContain('public-client-hint');
    if (/\blink\b/.test(todo)) expect(actions).toContain('copy-consent-link');
    if (/\bUse the browser\b/.test(todo)) expect(actions).toContain('use-browser');
    if (/(^|\. )Sign in\b/.test(todo))
      expect(actions.some((action) => /^(sign-in|use-device-code|other-account)$/.test(action))).toBe(true);
    if (/\b[Tt]ry again\b/.test(todo) && !/(^|\. )Trying again will hardly/.test(todo))
      expect(actions.some((action) => /^(retry|retry-keyring|sign-in)$/.test(action))).toBe(true);
  });
});

it('says something for every kind with any names, or none', () => {
  for (const kind of failureKinds) {
    const failure = { kind, details: { text: '', errorClass: 'Error', happenedOn: 0 } };
    const names = { tenant: "O'Neil {x}", client: '<b>', cloud: '#', account: '' };
    for (const each of [{}, names]) {
      const { what, todo } = failureWords(failureView(failure, { names: each }), day);
      expect(`${what} ${todo}`).not.toContain('undefined');
    }
  }
});
