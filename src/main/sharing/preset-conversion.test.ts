import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveries } from '../../shared/delivery';
import { presetSchema, type Preset, type SampleRequest } from '../../shared/preset';
import { filePresetSchema, presetFileFormat } from '../../shared/preset-file';
import { presetColours, presetIcons } from '../../shared/preset-looks';
import { initialPresets } from '../presets/catalogue';
import { presetFromFile, presetToFile } from './preset-conversion';
import { readPresetFile } from './read-preset-file';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLWl0LWFsbA';
const sas = 'se8Yh3nQ0pZ7Kx1Vb2Mf4Lr6Tg9Wd5Ja';
const request = (change: Partial<SampleRequest> = {}): SampleRequest => ({
  method: 'GET',
  url: 'https://orders.contoso.com/items?api-version=1',
  headers: [],
  ...change,
});
const preset = (change: Partial<Preset> = {}, ...requests: readonly SampleRequest[]): Preset => ({
  id: 'orders',
  name: 'Orders',
  icon: 'custom',
  pinned: true,
  keepFresh: true,
  hotkey: 'F9',
  identity: {
    clientApplicationId: 'client-1',
    accountId: 'zoe.home',
    tenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  },
  targets: { public: { scopes: ['api://orders/.default'], requests: [...requests] } },
  ...change,
});

/** As it comes back from somebody else, and what was left out. */
function sent(each: Preset): { preset: Preset | undefined; text: string; leftOut: string[] } {
  const { preset: written, leftOut } = presetToFile(each.id, each);
  const text = JSON.stringify({ format: presetFileFormat, version: 1, presets: written ? [written] : [] });
  const read = readPresetFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const [back] = read.file.presets;
  return {
    preset: back && presetFromFile(back.id, back),
    text,
    leftOut: leftOut.map(({ kind, name }) => `${kind} ${name}`.trim()),
  };
}

describe('a preset that others get', () => {
  it.each(initialPresets().map((each) => [each.name, each] as const))(
    '%s comes back as it was',
    (_name, each) => {
      const { preset: back, leftOut } = sent(each);
      expect(back).toEqual({ ...each, pinned: false, keepFresh: false });
      expect(leftOut).toEqual([]);
    },
  );

  it('says what the API is, and nothing of whose it was', () => {
    const { preset: back, text } = sent(
      preset(
        { colour: 'teal', tags: ['prod'], notes: 'Ask Zoë.', delivery: 'cosmos' },
        request({
          name: 'One',
          method: 'POST',
          body: '{"a":1}',
          headers: [{ name: 'Accept', value: '*/*' }],
        }),
        request({ url: 'https://orders.contoso.com/items/{id}' }),
      ),
    );
    const { hotkey: _hotkey, ...rest } = preset();
    expect(back).toMatchObject({
      ...rest,
      pinned: false,
      keepFresh: false,
      identity: { tenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47' },
      targets: { public: { requests: [{ name: 'One', body: '{"a":1}' }, { method: 'GET' }] } },
    });
    for (const word of ['client-1', 'zoe.home', 'F9', 'pinned', 'hotkey', 'accountId'])
      expect(text).not.toContain(word);
  });

  it.each([
    ['Authorization', `Bearer ${jwt}`],
    ['authorization', 'Bearer {token}'],
    ['Proxy-Authorization', 'Basic x'],
    ['Cookie', 'session=1'],
    ['api-key', 'hunter2'],
    ['X-API-Key', 'hunter2'],
    ['Ocp-Apim-Subscription-Key', '0123456789abcdef'],
    ['x-functions-key', 'x'],
    ['X-Auth-Token', 'x'],
    ['x-ms-copy-source-authorization', 'x'],
    ['x-custom', jwt],
    ['x-custom', sas],
  ])('leaves out the header %s: %s', (name, value) => {
    const {
      preset: back,
      text,
      leftOut,
    } = sent(
      preset(
        {},
        request({
          headers: [
            { name: 'Accept', value: '*/*' },
            { name, value },
          ],
        }),
      ),
    );
    expect(back?.targets['public']?.requests[0]?.headers).toEqual([{ name: 'Accept', value: '*/*' }]);
    expect(leftOut).toEqual([`header ${name}`]);
    expect(text).not.toContain(value);
  });

  it.each([
    ['api-version', '2024-01-01'],
    ['x-ms-version', '2021-12-02'],
    ['x-ms-client-id', '72f988bf-86f1-41af-91ab-2d7cd011db47'],
    ['Idempotency-Key', '42'],
    ['api-key', '{apiKey}'],
  ])('keeps the header %s: %s', (name, value) => {
    expect(sent(preset({}, request({ headers: [{ name, value }] }))).leftOut).toEqual([]);
  });

  it.each([
    ['sv=2022-11-02&sig=abc%2Fdef%3D', 'sig', 'sv=2022-11-02&sig={sig}'],
    ['code=AbCdEf0123456789', 'code', 'code={code}'],
    ['api%2Dkey=hunter2', 'api-key', 'api%2Dkey={api-key}'],
    [`access_token=${jwt}`, 'access_token', 'access_token={access_token}'],
    ['subscription-key=x&a=1', 'subscription-key', 'subscription-key={subscription-key}&a=1'],
    [`q=${sas}`, 'q', 'q={q}'],
  ])('leaves a place for %s', (query, name, expected) => {
    const { preset: back, leftOut } = sent(preset({}, request({ url: `https://x.example/a?${query}` })));
    expect(back?.targets['public']?.requests[0]?.url).toBe(`https://x.example/a?${expected}`);
    expect(leftOut).toEqual([`query ${name}`]);
  });

  it.each(['key=*', 'code=200', '$filter=name%20eq%20%27x%27', 'api-version=7.4', 'id={id}', 'sig={sig}'])(
    'keeps ?%s',
    (query) => {
      expect(sent(preset({}, request({ url: `https://x.example/?${query}` }))).leftOut).toEqual([]);
    },
  );

  it('leaves out a login in an address, tokens and passwords in texts', () => {
    const {
      preset: back,
      text,
      leftOut,
    } = sent(
      preset(
        { notes: `Use ${jwt} or password=hunter2`, tags: ['a'] },
        request({ url: 'https://zoe:hunter2@x.example/a' }),
        request({ body: `{"client_secret": "hunter2", "a": "b", "t": "${jwt}"}` }),
        request({ body: 'AccountName=a;AccountKey=hunter2==;b=c' }),
      ),
    );
    expect(text).not.toMatch(/hunter2|eyJ/);
    expect(back?.targets['public']?.requests.map(({ url, body }) => body ?? url)).toEqual([
      'https://x.example/a',
      '{"client_secret": "{client_secret}", "a": "b", "t": "{token}"}',
      'AccountName=a;AccountKey={AccountKey};b=c',
    ]);
    expect(back?.notes).toBe('Use {token} or password={password}');
    expect(leftOut.sort()).toEqual(['body', 'body', 'login', 'text']);
  });

  it('leaves out what nobody could read back, as after an edit by hand', () => {
    const { preset: back, leftOut } = sent(
      preset(
        {},
        request({ url: 'javascript:alert(1)' }),
        request({ headers: [{ name: 'a b', value: 'c' }] }),
      ),
    );
    expect(back?.targets['public']?.requests).toEqual([request()]);
    expect(leftOut).toEqual(['request javascript:alert(1)', 'header a b']);
    expect(sent(preset({ targets: {} }))).toMatchObject({ preset: undefined, leftOut: ['preset'] });
  });

  it('never brings a secret along, and can always be read, whatever is in it', () => {
    const secret = fc.constantFrom(jwt, 'hunter2', sas);
    const words = fc.string({ unit: 'grapheme', maxLength: 20 });
    const url = fc.oneof(
      words,
      fc
        .tuple(words, secret)
        .map(([name, value]) => `https://x.example/?a=${encodeURIComponent(name)}&sig=${value}`),
      fc.tuple(secret).map(([value]) => `https://u:${value}@x.example/`),
      secret.map((value) => `https://x.example/a?api_key=${value}#access_token=${value}`),
    );
    const header = fc.oneof(
      fc.record({
        name: fc.constantFrom('Authorization', 'api-key', 'Cookie', 'x-functions-key'),
        value: secret,
      }),
      fc.record({ name: words, value: fc.constantFrom(jwt, 'plain', 'two\nlines') }),
    );
    const any = fc.record({
      id: fc.constantFrom('a', 'b'),
      name: words,
      icon: fc.constantFrom(...presetIcons),
      colour: fc.option(fc.constantFrom(...presetColours), { nil: undefined }),
      tags: fc.option(fc.array(words, { maxLength: 3 }), { nil: undefined }),
      notes: fc.option(fc.oneof(words, fc.constant(`a ${jwt} b`)), { nil: undefined }),
      delivery: fc.option(fc.constantFrom(...deliveries), { nil: undefined }),
      pinned: fc.boolean(),
      keepFresh: fc.boolean(),
      targets: fc.dictionary(
        fc.constantFrom('public', 'china', 'demo'),
        fc.record({
          scopes: fc.array(
            fc.constantFrom('api://a/.default', 'api://a/b', 'api://b/c', 'User.Read', 'nonsense x'),
            {
              minLength: 1,
              maxLength: 3,
            },
          ),
          requests: fc.array(
            fc.record({
              method: fc.constantFrom('GET' as const, 'POST' as const),
              url,
              headers: fc.array(header, { maxLength: 3 }),
              body: fc.option(
                fc.oneof(
                  words,
                  secret.map((value) => `{"password":"${value}"}`),
                ),
                { nil: undefined },
              ),
            }),
            { maxLength: 3 },
          ),
        }),
        { maxKeys: 2 },
      ),
    });
    fc.assert(
      fc.property(any, (draft) => {
        const parsed = presetSchema.safeParse(JSON.parse(JSON.stringify(draft)));
        if (!parsed.success) return;
        const { preset: written } = presetToFile(parsed.data.id, parsed.data);
        if (written === undefined) return;
        const { preset: back, text } = sent(parsed.data);
        expect(text).not.toMatch(/hunter2|eyJhbGci/);
        expect(text).not.toContain(sas);
        expect(presetSchema.safeParse(back).success).toBe(true);
        expect(filePresetSchema.safeParse(written).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
