import { describe, expect, it } from 'vitest';
import { requestDraft } from '../../../shared/test-support/preset-drafts';
import { bodyFact, lacksContentType } from './body-facts';
import { duplicated, moved, withMethod } from './draft-changes';
import { headersIn } from './header-block';
import { requestIn } from './pasted-request';
import { placeOf } from './place-of';

describe('a block of headers', () => {
  it('becomes a row for each, without the token’s own', () => {
    const block = 'Accept: text/html\r\nx-empty:\n-H "x-ms-version: 2021" \\\nauthorization: Bearer x\n';
    expect(headersIn(block)).toEqual([
      { name: 'Accept', value: 'text/html' },
      { name: 'x-empty', value: '' },
      { name: 'x-ms-version', value: '2021' },
    ]);
  });

  it('is none where a line is no header', () => {
    for (const text of ['', 'Accept', 'x y: z', 'Accept: a\nno header', 'a: b\n'.repeat(101)])
      expect(headersIn(text), text).toBeUndefined();
  });
});

describe('a body', () => {
  it('is looked at as JSON where it begins like that', () => {
    expect(bodyFact(' {"a": [1]}')).toEqual({ kind: 'json' });
    expect(bodyFact('<a/>')).toBeUndefined();
    expect(bodyFact('{"a": 1,\n "b" 2}')).toEqual({ kind: 'not-json', line: 2, column: 6 });
    expect(bodyFact('[1, 2')).toMatchObject({ kind: 'not-json' });
  });

  it('that is JSON should be said to be it', () => {
    const headers = [{ name: 'content-TYPE', value: 'application/json' }];
    expect(lacksContentType(requestDraft({ body: '{}' }))).toBe(true);
    expect(lacksContentType(requestDraft({ body: '{}', headers }))).toBe(false);
    expect(lacksContentType(requestDraft({ body: 'text' }))).toBe(false);
    expect(lacksContentType(requestDraft())).toBe(false);
  });

  it('comes and goes with the method, but never with something in it', () => {
    const post = withMethod(requestDraft(), 'POST');
    expect(post).toMatchObject({ method: 'POST', body: '' });
    expect(withMethod(post, 'GET').body).toBeNull();
    expect(withMethod({ ...post, body: '{}' }, 'GET').body).toBe('{}');
  });
});

it('rows move within their list and are copied behind themselves', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  expect(duplicated(['a', 'b'], 0, (item) => `${item}2`)).toEqual(['a', 'a2', 'b']);
});

describe('what is pasted for an address', () => {
  it('may be a whole command, which fills in the request', () => {
    const command = "curl -X PUT 'https://orders.example/1' -H 'x-a: b' -H 'Authorization: Bearer x' -d '{}'";
    expect(requestIn(command)).toMatchObject({
      method: 'PUT',
      url: 'https://orders.example/1',
      body: '{}',
    });
    expect(JSON.stringify(requestIn(command))).not.toContain('Bearer');
  });

  it('is an address otherwise', () => {
    expect(requestIn(' https://orders.example/1 ')).toBeUndefined();
    expect(requestIn('some words')).toBeUndefined();
  });
});

it('every field is found in its section', () => {
  expect(placeOf('name')).toEqual({});
  expect(placeOf('tags')).toEqual({ section: 'notes' });
  expect(placeOf('hotkey')).toEqual({ section: 'options' });
  expect(placeOf('targets.demo.access')).toEqual({ section: 'access', cloudId: 'demo' });
  expect(placeOf('targets.demo.requests')).toEqual({ section: 'requests', cloudId: 'demo' });
  expect(placeOf('targets.demo.requests.2.headers.0.name')).toEqual({
    section: 'requests',
    cloudId: 'demo',
    request: 2,
  });
});
