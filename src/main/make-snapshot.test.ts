import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientApplication } from '../shared/client-application';
import type { Preset } from '../shared/preset';
import { defaultSettings } from '../shared/settings';
import type { CachedAccount } from './identity/cached-tokens';
import { cloudById, demoCloud } from './identity/clouds';
import { makeSnapshot, snapshotMaker } from './make-snapshot';
import { initialState, type AppState } from './state';

const clients = (['public', 'demo'] as const).map((cloud): ClientApplication => ({
  id: `client-${cloud}`,
  kind: 'organisation',
  clientId: '12345678-90ab-cdef-1234-567890abcdef',
  tenant: 'contoso.com',
  cloud,
}));

const zoe: CachedAccount = {
  kind: 'user',
  id: 'zoe.home',
  name: 'Zoë',
  username: 'zoe@contoso.com',
  homeTenantId: 'home',
  tenantId: 'home',
};

const scopeOf = (n: number): string => `https://api-${n}.example.com/.default`;

const preset = (n: number, change: Partial<Preset> = {}): Preset => {
  const target = {
    scopes: [scopeOf(n)],
    requests: [{ method: 'GET' as const, url: '{demo}/api', headers: [] }],
  };
  return {
    id: `p${n}`,
    name: `API ${n}`,
    icon: 'custom',
    pinned: false,
    keepFresh: false,
    targets: n % 3 === 0 ? { public: target } : { public: target, demo: target },
    ...change,
  };
};

/** Zoë in both client applications, with tokens for these presets that end then. */
const opened = (tokens: readonly { readonly n: number; readonly expiresOn: number }[]): AppState['open'] =>
  Object.fromEntries(
    clients.map((clientApplication) => {
      const { id, cloud } = clientApplication;
      const found = tokens.map(({ n, expiresOn }) => ({
        accountId: zoe.id,
        tenantId: 'home',
        scopes: new Set([scopeOf(n)]),
        issuedOn: 0,
        expiresOn,
      }));
      const contents = { account: zoe, tokens: found, directory: undefined, signedInOn: undefined };
      return [id, { clientApplication, cloud: cloudById(cloud) ?? demoCloud, accounts: [contents] }];
    }),
  );

const state = (change: Partial<AppState> = {}): AppState => ({
  ...initialState,
  appVersion: '1.2.3',
  clientApplications: clients,
  currentId: 'client-public',
  open: opened([]),
  presets: Array.from({ length: 8 }, (_, n) => preset(n)),
  dismissedNotices: [],
  settings: defaultSettings,
  system: { hotkeysNeedPortal: false, canHideFromHistory: true, canTellLock: false },
  ...change,
});

const id = fc.nat(9).map((n) => `p${n}`);
const ofSome = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
  fc.dictionary(id, value, { maxKeys: 3 });
const problem = fc.constantFrom('failed' as const, 'sign-in-needed' as const);

const somePreset = fc
  .record({
    n: fc.nat(9),
    pinned: fc.boolean(),
    keepFresh: fc.boolean(),
    name: fc.constantFrom('A', 'B'),
    identity: fc.constantFrom(
      undefined,
      { tenantId: 'other' },
      { clientApplicationId: 'client-demo' },
      { clientApplicationId: 'gone', accountId: 'gone' },
    ),
  })
  .map(({ n, identity, ...change }) =>
    preset(n, { ...change, ...(identity === undefined ? {} : { identity }) }),
  );

/** One thing that happens; the same value may come as another object. */
const change: fc.Arbitrary<Partial<AppState>> = fc.oneof(
  fc.record({ presets: fc.uniqueArray(somePreset, { selector: ({ id: of }) => of, maxLength: 10 }) }),
  fc.record({ acquiring: ofSome(fc.nat(2)) }),
  fc.record({ problems: ofSome(problem) }),
  fc.record({ keepFreshStopped: ofSome(problem) }),
  fc.record({
    recentCopies: fc.array(
      fc.record({ presetId: id, format: fc.constantFrom('token' as const, 'curl' as const), on: fc.nat(5) }),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    open: fc
      .array(fc.record({ n: fc.nat(9), expiresOn: fc.constantFrom(1000, 2000) }), { maxLength: 5 })
      .map(opened),
  }),
  fc.record({ currentId: fc.constantFrom(undefined, 'client-public', 'client-demo') }),
  fc.record({ tenantIds: fc.constantFrom({}, { 'client-public/zoe.home': 'other' }) }),
  fc.record({ tenantNames: fc.constantFrom({}, { home: 'Contoso', other: 'Other' }) }),
  fc.record({ demoOrigin: fc.constantFrom(undefined, 'http://127.0.0.1:43821') }),
  fc.record({ managedPresetIds: fc.array(id, { maxLength: 2 }).map((ids) => new Set(ids)) }),
  fc.record({ clientApplications: fc.constantFrom(clients, clients.slice(0, 1), [...clients]) }),
  fc.record({ windowPage: fc.constantFrom('main' as const, 'activity' as const) }),
  fc.record({ shownPresetId: fc.option(id, { nil: undefined }) }),
  fc.constant({}),
);

describe('snapshots, one after the other', () => {
  it('are what they would be without a memory, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const make = snapshotMaker();
        let current = state();
        expect(make(current)).toEqual(makeSnapshot(current));
        for (const each of changes) {
          current = { ...current, ...each };
          expect(make(current)).toEqual(makeSnapshot(current));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have the same object for whatever is the same', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const make = snapshotMaker();
        const first = make(state());
        // Back to the beginning: the same values as other objects.
        for (const each of changes) make({ ...state(), ...each });
        const before = make(state());
        const again = make(state({ open: opened([]), tenantNames: {}, recentCopies: [] }));
        expect(before).toEqual(first);
        expect(again).toBe(before);
      }),
    );
  });

  it('have other rows only for the presets that are concerned', () => {
    const make = snapshotMaker();
    const before = make(state());
    const after = make(state({ presets: before.presets.map((_, n) => preset(n)), acquiring: { p3: 1 } }));
    const differing = after.presets.filter((view, n) => view !== before.presets[n]);
    expect(differing.map((view) => view.id)).toEqual(['p3']);
    expect(after.settings).toBe(before.settings);
  });
});
