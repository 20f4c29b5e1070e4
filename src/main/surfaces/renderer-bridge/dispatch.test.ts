import { describe, expect, it } from 'vitest';
import { commandArguments, type CommandMap, type CommandName } from '../../../shared/ipc';
import { dispatch } from './dispatch';

function make() {
  const carriedOut: [string, unknown][] = [];
  const logged: string[] = [];
  const log = {
    info: () => undefined,
    warn: (text: string) => void logged.push(text),
    error: () => undefined,
  };
  const names = Object.keys(commandArguments) as CommandName[];
  const commands = Object.fromEntries(
    names.map((name) => [
      name,
      (args: unknown) => {
        carriedOut.push([name, args]);
        return Promise.resolve({ outcome: 'done' });
      },
    ]),
  ) as CommandMap;
  return { carriedOut, logged, send: (name: unknown, args: unknown) => dispatch(commands, name, args, log) };
}

describe('a message from a page', () => {
  it('is carried out when it is a command with what it needs', async () => {
    const { carriedOut, send } = make();
    expect(await send('setPinned', { presetId: 'graph', pinned: true })).toEqual({ outcome: 'done' });
    expect(carriedOut).toEqual([['setPinned', { presetId: 'graph', pinned: true }]]);
  });

  it.each([
    'getToken',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '',
    'CopyToken',
    undefined,
    null,
    1,
    {},
    ['copyToken'],
    { toString: () => 'quit' },
  ])('is refused and logged when %j is no command', async (name) => {
    const { carriedOut, logged, send } = make();
    expect(await send(name, {})).toEqual({ outcome: 'refused' });
    expect(carriedOut).toEqual([]);
    expect(logged).toHaveLength(1);
  });

  it('is refused when its arguments are of a wrong form, and the log does not quote them', async () => {
    const { carriedOut, logged, send } = make();
    for (const args of [
      undefined,
      null,
      {},
      { presetId: 'A secret' },
      { presetId: 'graph', more: 'A secret' },
    ]) {
      expect(await send('copyToken', args)).toEqual({ outcome: 'refused' });
    }
    expect(carriedOut).toEqual([]);
    expect(logged).toHaveLength(5);
    expect(logged.join()).not.toContain('secret');
  });
});
