import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/settings';
import type { Snapshot } from '../../shared/snapshot';
import { createSnapshotStore } from './snapshot-store';

const snapshot = (appVersion: string): Snapshot => ({
  appVersion,
  page: 'presets',
  windowPage: 'main',
  settings: {
    values: defaultSettings,
    defaults: defaultSettings,
    locked: [],
    hotkeyProblems: {},
    hotkeysNeedPortal: false,
    canHideFromHistory: false,
    canTellLock: false,
  },
  clientApplications: [],
  accounts: [],
  tenants: [],
  clouds: [],
  forbidden: [],
  forbiddenFormats: [],
  shell: 'posix',
  templates: [],
  presets: [],
  notices: [],
  theme: 'system',
});

function bridge(first: Promise<Snapshot>) {
  let push: (snapshot: Snapshot) => void = () => undefined;
  return {
    getSnapshot: () => first,
    onSnapshot: (listener: (snapshot: Snapshot) => void) => {
      push = listener;
      return () => undefined;
    },
    push: (pushed: Snapshot) => push(pushed),
  };
}

describe('snapshot store', () => {
  it('starts with the answer', async () => {
    const first = Promise.resolve(snapshot('1'));
    const store = createSnapshotStore(bridge(first));
    expect(store.get()).toBeUndefined();
    await first;
    expect(store.get()?.appVersion).toBe('1');
  });

  it('does not let an old answer replace what was pushed meanwhile', async () => {
    const first = Promise.resolve(snapshot('old'));
    const main = bridge(first);
    const store = createSnapshotStore(main);
    main.push(snapshot('new'));
    await first;
    expect(store.get()?.appVersion).toBe('new');
  });

  it('tells nobody when nothing changed', async () => {
    const first = Promise.resolve(snapshot('1'));
    const main = bridge(first);
    const store = createSnapshotStore(main);
    await first;
    let told = 0;
    const leave = store.subscribe(() => told++);
    main.push(snapshot('1'));
    expect(told).toBe(0);
    main.push(snapshot('2'));
    expect(told).toBe(1);
    leave();
    main.push(snapshot('3'));
    expect(told).toBe(1);
  });
});
