import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/settings';
import type { Snapshot } from '../../shared/snapshot';
import type { SnapshotUpdate } from '../../shared/snapshot-update';
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
  endpoint: { state: 'off', consumers: [], inMemoryOnly: false, waiting: [], signInsNeeded: [] },
  commandLine: { command: 'token-tray' },
  notices: [],
  theme: 'system',
});

function begin() {
  let send: (update: SnapshotUpdate) => void = () => undefined;
  const store = createSnapshotStore({
    followSnapshot: (listener) => {
      send = listener;
      return () => undefined;
    },
  });
  return { store, send: (update: SnapshotUpdate) => send(update) };
}

const whole = (of: Snapshot): SnapshotUpdate => ({ kind: 'whole', snapshot: of });

describe('snapshot store', () => {
  it('has nothing until the whole has come, and goes on from there', () => {
    const { store, send } = begin();
    send({ kind: 'change', parts: { appVersion: 'early' }, gone: [] });
    expect(store.get()).toBeUndefined();
    send(whole(snapshot('1')));
    expect(store.get()?.appVersion).toBe('1');
    send({ kind: 'change', parts: { appVersion: '2' }, gone: [] });
    expect(store.get()).toEqual(snapshot('2'));
    send(whole(snapshot('3')));
    expect(store.get()).toEqual(snapshot('3'));
  });

  it('tells each change, until nobody wants to hear of it', () => {
    const { store, send } = begin();
    send(whole(snapshot('1')));
    let told = 0;
    const leave = store.subscribe(() => told++);
    send({ kind: 'change', parts: { appVersion: '2' }, gone: [] });
    expect(told).toBe(1);
    leave();
    send({ kind: 'change', parts: { appVersion: '3' }, gone: [] });
    expect(told).toBe(1);
  });
});
