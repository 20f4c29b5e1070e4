import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ipcChannels } from '../../../shared/ipc-channels';
import { defaultSettings } from '../../../shared/settings';
import type { Snapshot } from '../../../shared/snapshot';
import { initialState, State } from '../../state';
import { sendSnapshots } from './send-snapshots';

class TestPage extends EventEmitter {
  readonly heard: (readonly [string, Snapshot])[] = [];
  broken = false;

  send(channel: string, snapshot: Snapshot): void {
    if (this.broken) throw new TypeError('Render frame was disposed');
    this.heard.push([channel, snapshot]);
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
  for (const page of pages) sendSnapshots(state, page);
  const change = async (): Promise<void> => {
    state.refresh();
    await new Promise(setImmediate);
  };
  return { state, pages, change, logged };
}

describe('pages', () => {
  it('hear of each change, with the snapshot', async () => {
    const { state, pages, change } = begin();
    await change();
    for (const { heard } of pages) expect(heard).toEqual([[ipcChannels.snapshot, state.snapshot]]);
  });

  it('hear of it also when another one cannot be told, wherever that is in the row', async () => {
    const { pages, change, logged } = begin();
    for (const broken of pages) {
      broken.broken = true;
      await change();
      broken.broken = false;
    }
    expect(pages.map(({ heard }) => heard.length)).toEqual([2, 2, 2]);
    expect(logged).toHaveLength(3);
    expect(logged.join()).toContain('Render frame was disposed');
  });

  it('hear nothing more when they are destroyed', async () => {
    const { pages, change } = begin();
    const [first] = pages;
    first.emit('destroyed');
    await change();
    expect(pages.map(({ heard }) => heard.length)).toEqual([0, 1, 1]);
  });
});
