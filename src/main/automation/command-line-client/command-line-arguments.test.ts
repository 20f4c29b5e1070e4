import { describe, expect, it } from 'vitest';
import { commandLineArguments } from './command-line-arguments';

describe('a start of the executable', () => {
  it.each([
    ['a command', ['token-tray', 'get-access-token', '-o', 'tsv'], ['get-access-token', '-o', 'tsv']],
    ['help', ['token-tray', '--help'], ['--help']],
    ['an unknown word', ['token-tray', 'bogus'], ['bogus']],
    [
      'a command behind the switches of Chromium',
      ['token-tray', '--no-sandbox', '--disable-gpu', 'doctor'],
      ['doctor'],
    ],
    [
      'a command behind two hyphens',
      ['token-tray', '--', 'get-access-token', '--resource', 'https://x'],
      ['get-access-token', '--resource', 'https://x'],
    ],
  ])('is a command line with %s', (_what, argv, words) => {
    expect(commandLineArguments(argv, undefined)).toEqual(words);
    const [program = '', ...rest] = argv;
    expect(
      commandLineArguments([program, '-r', 'loader.js', '--no-sandbox', '/folder', ...rest], '/folder'),
    ).toEqual(words);
  });

  it.each([
    ['nothing', []],
    ['a login', ['--at-login']],
    ['the palette', ['--palette']],
    ['a hotkey of the desktop', ['--copy-last']],
    ['switches of Chromium', ['--no-sandbox', '--ozone-platform=wayland']],
    ['a login and more', ['--at-login', 'x']],
    ['two hyphens alone', ['--']],
  ])('is one of the program with %s', (_what, rest) => {
    expect(commandLineArguments(['token-tray', ...rest], undefined)).toBeUndefined();
    expect(commandLineArguments(['electron', '.', ...rest], process.cwd())).toBeUndefined();
  });
});
