import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ipcChannels } from '../../../shared/ipc-channels';
import { defaultSettings } from '../../../shared/settings';
import type { Snapshot } from '../../../shared/snapshot';
import { withUpdate, type SnapshotUpdate } from '../../../shared/snapshot-update';
import { initialState, State } from '../../state';
import { sendSnapshots } from './send-snapshots';

class TestPage extends EventEmitter {
  readonly heard: SnapshotUpdate[] = [];
  /** What the page makes of it. */
  snapshot: Snapshot | undefined;
  broken = false;

  send(channel: string, update: SnapshotUpdate): void {
    if (this.broken) throw new TypeError('Render frame was disposed');
    expect(channel).toBe(ipcChannels.snapshotUpdate);
    // As it gets to another process.
    const arrived = structuredClone(update);
    this.heard.push(arrived);
    this.snapshot = withUpdate(this.snapshot, arrived);
  }
}

function begin() {
  const logged: string[] = [];
  const note = (text: string): void => void logged.push(text);
  const state = new State(
    {
      ...initialState,
      appVersion: '1.2.3',
      presets: [],
      settings: defaultSettings,
      system: { hotkeysNeedPortal: false, canHideFromHistory: false, canTellLock: false },
      dismissedNotices: [],
    },
    { info: note, warn: note, error: note },
  );
  const pages = [new TestPage(), new TestPage(), new TestPage()] as const;
  const follows = pages.map((page) => sendSnapshots(state, page));
  for (const follow of follows) follow();
  let changes = 0;
  const change = async (): Promise<void> => {
    changes += 1;
    state.update({ lastSignInOn: changes });
    await new Promise(setImmediate);
  };
  return { state, pages, follows, change, logged };
}

describe('pages', () => {
  it('get the whole snapshot first, then of each change what has changed', async () => {
    const { state, pages, change } = begin();
    await change();
    for (const { heard, snapshot } of pages) {
      expect(heard).toEqual([
        { kind: 'whole', snapshot: { ...state.snapshot, lastSignInOn: undefined } },
        { kind: 'change', parts: { lastSignInOn: 1 }, gone: [] },
      ]);
      expect(snapshot).toEqual(state.snapshot);
    }
  });

  it('hear nothing before they ask, or when nothing has changed', async () => {
    const { state, pages, change } = begin();
    const silent = new TestPage();
    sendSnapshots(state, silent);
    await change();
    state.refresh();
    await new Promise(setImmediate);
    expect(silent.heard).toEqual([]);
    expect(pages.map(({ heard }) => heard.length)).toEqual([2, 2, 2]);
  });

  it('get all of it again when they are loaded again', async () => {
    const { state, pages, follows, change } = begin();
    const [first] = pages;
    await change();
    first.snapshot = undefined;
    follows[0]?.();
    expect(first.heard.at(-1)?.kind).toBe('whole');
    await change();
    expect(first.heard.at(-1)?.kind).toBe('change');
    expect(first.snapshot).toEqual(state.snapshot);
  });

  it('hear of it also when another one cannot be told, wherever that is in the row, and make up for it later', async () => {
    const { state, pages, change, logged } = begin();
    for (const broken of pages) {
      broken.broken = true;
      await change();
      broken.broken = false;
    }
    expect(pages.map(({ heard }) => heard.length)).toEqual([3, 3, 3]);
    expect(logged).toHaveLength(3);
    expect(logged.join()).toContain('Render frame was disposed');
    await change();
    for (const { snapshot } of pages) expect(snapshot).toEqual(state.snapshot);
  });

  it('hear nothing more when they are destroyed', async () => {
    const { pages, change } = begin();
    const [first] = pages;
    first.emit('destroyed');
    await change();
    expect(pages.map(({ heard }) => heard.length)).toEqual([1, 2, 2]);
  });
});
