import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPreset, tagsIn, type PresetPath } from './check-preset';
import { deliveries } from './delivery';
import { draftOf, emptyDraft } from './draft-of-preset';
import { presetIdentitySchema, presetSchema, requestMethodSchema, type Preset } from './preset';
import { presetDraftSchema, type PresetDraft, type RequestDraft, type TargetDraft } from './preset-draft';
import { presetLimits } from './preset-limits';
import { presetColours, presetIcons } from './preset-looks';
import { presetDraft, requestDraft, targetDraft } from './test-support/preset-drafts';

// No token: its three parts are put together here alone.
const token = ['eyJ0eXAiOiJKV1QifQ', 'eyJzdWIiOiJ6b2UifQ', 'c2lnbmF0dXJl'].join('.');
const secret = ['abc8', 'Q~', 'x'.repeat(34)].join('');

const problemsOf = (change: Partial<PresetDraft>): unknown => {
  const checked = checkPreset(presetDraft(change));
  return checked.ok ? {} : checked.problems;
};
const ofTarget = (change: Partial<TargetDraft>): unknown =>
  problemsOf({ targets: { demo: targetDraft(change) } });
const ofRequest = (change: Partial<RequestDraft>): unknown =>
  ofTarget({ requests: [requestDraft(), requestDraft(change)] });

const at = (path: string, problem: string) => ({ [`targets.demo.requests.1.${path}`]: problem });

describe('a draft that is right', () => {
  it('gives a preset without blanks around what was typed', () => {
    const draft = presetDraft({
      name: ' Orders ',
      tags: ' team,Test,, test;\nlive ',
      notes: '\nAsk Kim. ',
      targets: {
        public: targetDraft({
          access: ' api://orders ',
          requests: [requestDraft({ name: ' List ', url: ' https://orders.example/{id} ', body: ' {} ' })],
        }),
      },
    });
    expect(checkPreset(draft)).toEqual({
      ok: true,
      value: {
        name: 'Orders',
        icon: 'custom',
        tags: ['team', 'Test', 'live'],
        notes: 'Ask Kim.',
        pinned: false,
        keepFresh: false,
        targets: {
          public: {
            scopes: ['api://orders/.default'],
            requests: [
              { name: 'List', method: 'GET', url: 'https://orders.example/{id}', headers: [], body: ' {} ' },
            ],
          },
        },
      },
    });
  });

  it('may have rows that nothing was typed into', () => {
    const empty = requestDraft({ url: '', headers: [{ name: ' ', value: '' }] });
    const blank = { name: '', value: '' };
    const header = { name: 'x-a', value: '' };
    const requests = [empty, requestDraft({ headers: [blank, header, blank] })];
    const checked = checkPreset(presetDraft({ targets: { demo: targetDraft({ requests }) } }));
    expect(checked.ok && checked.value.targets['demo']?.requests).toMatchObject([{ headers: [header] }]);
    expect(ofTarget({ requests: [] })).toEqual({});
  });

  it('may name the demo, whose address is known only while it is in use', () => {
    const requests = [requestDraft({ url: '{demo}/api/echo' })];
    expect(problemsOf({ targets: { demo: targetDraft({ requests }) } })).toEqual({});
    expect(problemsOf({ targets: { public: targetDraft({ requests }) } })).toEqual({
      'targets.public.requests.0.url': 'url-not-absolute',
    });
  });
});

describe('what is wrong', () => {
  it('is said at its field, each in the order of the form', () => {
    const targets = {
      public: targetDraft({ access: '', requests: [requestDraft({ url: 'http://orders.example' })] }),
      china: targetDraft({ accessKind: 'scopes', access: 'api://a/x api://b/x' }),
    };
    const problems = problemsOf({ name: ' ', targets, tags: 't'.repeat(41), hotkey: 'A' });
    expect(Object.entries(problems as object)).toEqual([
      ['name', 'name-missing'],
      ['targets.public.access', 'resource-missing'],
      ['targets.public.requests.0.url', 'url-http-off-loopback'],
      ['targets.china.access', 'scopes-of-two-resources'],
      ['tags', 'tag-too-long'],
      ['hotkey', 'hotkey-needs-modifier'],
    ]);
  });

  const longScopes = Array.from({ length: 51 }, (_, n) => `api://a/p${n}`).join(' ');
  it.each<[Partial<PresetDraft>, object]>([
    [{ name: 'n'.repeat(81) }, { name: 'name-too-long' }],
    [{ targets: {} }, { targets: 'targets-missing' }],
    [{ tags: Array.from({ length: 21 }, (_, n) => n).join() }, { tags: 'tags-too-many' }],
    [{ notes: 'n'.repeat(4001) }, { notes: 'notes-too-long' }],
    [{ notes: `Bearer ${token}` }, { notes: 'has-a-token' }],
    [{ name: token.slice(0, 80) }, { name: 'has-a-token' }],
    [{ hotkey: 'CommandOrControl+C' }, { hotkey: 'hotkey-is-common' }],
  ])('in %j', (change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  it.each<[Partial<TargetDraft>, string]>([
    [{ access: `api://${'a'.repeat(2000)}` }, 'access-too-long'],
    [{ accessKind: 'scopes', access: longScopes }, 'access-too-long'],
    [{ access: token }, 'access-is-a-token'],
    [{ accessKind: 'scopes', access: token }, 'access-is-a-token'],
    [{ access: `Bearer ${token}` }, 'access-is-a-token'],
    [{ access: secret }, 'access-is-a-secret'],
    [{ accessKind: 'scopes', access: `User.Read ${secret}` }, 'access-is-a-secret'],
  ])('in what the token is for: %j', (change, problem) => {
    expect(ofTarget(change)).toEqual({ 'targets.demo.access': problem });
  });

  it.each<[Partial<RequestDraft>, string, string]>([
    [{ url: '', body: '' }, 'url', 'url-missing'],
    [{ url: 'orders' }, 'url', 'url-not-absolute'],
    [{ url: `https://a.example/${'x'.repeat(4096)}` }, 'url', 'url-too-long'],
    [{ url: `https://a.example/?access_token=${token}` }, 'url', 'has-a-token'],
    [{ name: 'n'.repeat(81) }, 'name', 'name-too-long'],
    [{ body: 'b'.repeat(100_001) }, 'body', 'body-too-long'],
    [{ body: JSON.stringify({ token }) }, 'body', 'has-a-token'],
    [{ headers: [{ name: '', value: 'x' }] }, 'headers.0.name', 'header-name-missing'],
    [{ headers: [{ name: 'a b', value: 'x' }] }, 'headers.0.name', 'header-name-wrong'],
    [{ headers: [{ name: 'a:', value: 'x' }] }, 'headers.0.name', 'header-name-wrong'],
    [{ headers: [{ name: 'ä', value: 'x' }] }, 'headers.0.name', 'header-name-wrong'],
    [{ headers: [{ name: 'a'.repeat(257), value: 'x' }] }, 'headers.0.name', 'header-name-too-long'],
    [{ headers: [{ name: 'AUTHORIZATION', value: '' }] }, 'headers.0.name', 'header-is-authorization'],
    [{ headers: [{ name: 'a', value: 'x\ny' }] }, 'headers.0.value', 'header-value-wrong'],
    [{ headers: [{ name: 'a', value: 'x\0y' }] }, 'headers.0.value', 'header-value-wrong'],
    [{ headers: [{ name: 'a', value: 'x'.repeat(4097) }] }, 'headers.0.value', 'header-value-too-long'],
    [{ headers: [{ name: 'x-token', value: token }] }, 'headers.0.value', 'has-a-token'],
    [
      { headers: Array<{ name: string; value: string }>(51).fill({ name: 'a', value: 'b' }) },
      'headers',
      'headers-too-many',
    ],
  ])('in a request: %j', (change, path, problem) => {
    expect(ofRequest(change)).toEqual(at(path, problem));
  });

  it('is more requests than a file may hold', () => {
    const requests = Array.from({ length: presetLimits.requests + 1 }, () => requestDraft());
    expect(ofTarget({ requests })).toEqual({ 'targets.demo.requests': 'requests-too-many' });
    expect(ofTarget({ requests: [requestDraft({ url: '' }), ...requests.slice(1)] })).toEqual({});
  });

  it('is nothing up to the last character that a file may hold', () => {
    for (const length of [1000, 1014, 1015, 1016, 1024, 4078, 4079, 4080, 9000]) {
      const checked = checkPreset(
        presetDraft({
          targets: {
            demo: targetDraft({
              access: `api://${'a'.repeat(length)}`,
              requests: [requestDraft({ url: `https://a.example/${'x'.repeat(length)}` })],
            }),
          },
        }),
      );
      if (checked.ok) expect(presetSchema.safeParse({ id: 'x', ...checked.value }).success).toBe(true);
    }
    expect(ofTarget({ access: `api://${'a'.repeat(presetLimits.scopeLength - 15)}` })).toEqual({});
  });
});

it('tags are each there once, as they were written first', () => {
  expect(tagsIn('Team, live,team ,LIVE;test')).toEqual(['Team', 'live', 'test']);
  expect(tagsIn(' , ;')).toEqual([]);
});

// What people type and paste, and what they should not.
const nearlyRight = fc.constantFrom(
  '',
  ' ',
  'Orders',
  'api://orders',
  'https://vault.azure.net',
  'https://management.azure.com/',
  'User.Read',
  'api://a/x api://a/y',
  'api://a/x api://b/y',
  'https://{org}.crm.dynamics.com',
  crypto.randomUUID(),
  token,
  secret,
  'https://a.example/{id}?x=1',
  'http://localhost:8080/',
  '{demo}/api/echo',
  'http://a.example',
  'x-ms-version',
  'Authorization',
  '2021-12-02',
  'a\r\nb',
  '{"a":1}',
  'team, test',
  'n'.repeat(81),
  'n'.repeat(5000),
);
const typed = fc.oneof({ weight: 3, arbitrary: nearlyRight }, fc.string({ unit: 'binary', maxLength: 60 }));
const request = fc.record<RequestDraft>({
  name: typed,
  method: fc.constantFrom(...requestMethodSchema.options),
  url: typed,
  headers: fc.array(fc.record({ name: typed, value: typed }), { maxLength: 4 }),
  body: fc.option(typed),
});
const target = fc.record<TargetDraft>({
  accessKind: fc.constantFrom('resource', 'scopes'),
  access: typed,
  requests: fc.array(request, { maxLength: 3 }),
});
const draft = fc.record<PresetDraft>({
  name: typed,
  icon: fc.constantFrom(...presetIcons),
  colour: fc.option(fc.constantFrom(...presetColours)),
  tags: typed,
  notes: typed,
  delivery: fc.constantFrom(...deliveries),
  pinned: fc.boolean(),
  keepFresh: fc.boolean(),
  hotkey: fc.option(fc.constantFrom('Alt+O', 'F9', 'A')),
  identity: fc.record(
    {
      clientApplicationId: fc.constant('client-1'),
      accountId: fc.constant('zoe.home'),
      tenantId: fc.constant('home'),
    },
    { requiredKeys: [] },
  ),
  targets: fc.dictionary(fc.constantFrom('public', 'china', 'demo', 'cloud-1'), target, {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  catalogueId: fc.option(fc.constantFrom('key-vault')),
});

/** What stands at a path of a draft. */
const fieldAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((within, part) => (within as Record<string, unknown> | undefined)?.[part], value);

/** The same draft with what is wrong taken out, so that more than a few of them are right. */
function mended(value: PresetDraft): PresetDraft {
  const checked = checkPreset(value);
  if (checked.ok) return value;
  const wrong = Object.keys(checked.problems) as PresetPath[];
  const isWrong = (start: string): boolean => wrong.some((path) => path.startsWith(start));
  const targets = Object.entries(value.targets).map(([cloudId, each]) => [
    cloudId,
    {
      ...(isWrong(`targets.${cloudId}.access`) ? targetDraft() : each),
      requests: each.requests.filter((_, n) => !isWrong(`targets.${cloudId}.requests.${n}.`)),
    },
  ]);
  return {
    ...value,
    name: isWrong('name') ? 'Orders' : value.name,
    tags: isWrong('tags') ? '' : value.tags,
    notes: isWrong('notes') ? '' : value.notes,
    hotkey: isWrong('hotkey') ? null : value.hotkey,
    targets:
      targets.length === 0
        ? { demo: targetDraft() }
        : (Object.fromEntries(targets) as PresetDraft['targets']),
  };
}

describe('any draft', () => {
  it('is one that a page can send', () => {
    fc.assert(fc.property(draft, (value) => presetDraftSchema.safeParse(value).success));
  });

  it('is refused for a field that it has, or gives a preset that the file takes', () => {
    fc.assert(
      fc.property(fc.oneof(draft, draft.map(mended)), (value) => {
        const checked = checkPreset(value);
        if (checked.ok)
          expect(presetSchema.parse({ id: 'x', ...checked.value })).toEqual({ id: 'x', ...checked.value });
        else {
          expect(Object.keys(checked.problems)).not.toEqual([]);
          for (const path of Object.keys(checked.problems)) expect(fieldAt(value, path), path).toBeDefined();
        }
      }),
    );
  });

  it('can be mended field by field', () => {
    fc.assert(fc.property(draft, (value) => checkPreset(mended(value)).ok));
  });
});

describe('a preset', () => {
  const preset = draft.map((value): Omit<Preset, 'id'> => {
    const checked = checkPreset(mended(value));
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    return checked.value;
  });

  it('is the same after it was edited and nothing was changed', () => {
    fc.assert(
      fc.property(preset, (value) => {
        expect(checkPreset(draftOf(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it('has a draft with all there is to a preset', () => {
    const { id: _id, ...fields } = presetSchema.shape;
    expect(Object.keys(emptyDraft('demo')).sort()).toEqual(Object.keys(fields).sort());
    expect(Object.keys(presetIdentitySchema.shape)).toHaveLength(3);
  });
});
