import { describe, expect, it } from 'vitest';
import { receivedStartArguments, startArguments, startCommand } from './start-arguments';

describe('arguments of a start', () => {
  it.each([
    [['token-tray'], { atLogin: false }],
    [['electron', '.', '--palette'], { wish: 'palette', atLogin: false }],
    [['token-tray', '--palette', '--no-sandbox', '--disable-gpu', '.'], { wish: 'palette', atLogin: false }],
    [['token-tray', '--copy-last'], { wish: 'copy-last', atLogin: false }],
    [['token-tray', '--copy-last', '--palette'], { wish: 'palette', atLogin: false }],
    [['token-tray', '--at-login'], { atLogin: true }],
    [['token-tray', '--at-login', '--palette'], { wish: 'palette', atLogin: true }],
    [['token-tray', '--palette=1', 'palette', '/home/--palette'], { atLogin: false }],
  ])('%j', (argv, expected) => {
    expect(startArguments(argv)).toEqual(expected);
  });

  it('arrive at a program that runs already', () => {
    for (const argv of [['--palette'], ['--copy-last', '--at-login'], []]) {
      const sent: unknown = JSON.parse(JSON.stringify(startArguments(argv)));
      expect(receivedStartArguments(sent)).toEqual(startArguments(argv));
    }
  });

  it.each([undefined, null, 'palette', [], { wish: 'quit' }, { wish: 1 }, { atLogin: 'yes' }])(
    'are none when they are not ours: %j',
    (data) => {
      expect(receivedStartArguments(data)).toEqual({ atLogin: false });
    },
  );

  it('may come from a newer version', () => {
    const sent = { wish: 'palette', atLogin: false, colour: 'red' };
    expect(receivedStartArguments(sent)).toEqual({ wish: 'palette', atLogin: false });
  });
});

describe('what a start leads to', () => {
  it('is a window, if a start shows one', () => {
    expect(startCommand({ atLogin: false }, true)).toBe('openMainWindow');
    expect(startCommand({ atLogin: false }, false)).toBeUndefined();
  });

  it('is never a window at login', () => {
    expect(startCommand({ atLogin: true }, true)).toBeUndefined();
  });

  it.each([true, false])('is what was wished for instead of a window', (showsWindow) => {
    expect(startCommand({ wish: 'palette', atLogin: false }, showsWindow)).toBe('openPalette');
    expect(startCommand({ wish: 'copy-last', atLogin: false }, showsWindow)).toBe('copyLast');
  });
});
