import { describe, expect, it } from 'vitest';
import {
  acceleratorOf,
  acceleratorProblem,
  acceleratorWords,
  isAccelerator,
  type KeyboardLayout,
  type PressedKey,
} from './accelerator';

/** A key press in short: `ctrl alt KeyT t`. */
function press(text: string): PressedKey {
  const words = text.split(' ');
  const [code = '', key = ''] = words.slice(-2);
  const held = new Set(words.slice(0, -2));
  return {
    code,
    key: key === '␣' ? ' ' : key,
    ctrlKey: held.has('ctrl'),
    altKey: held.has('alt'),
    shiftKey: held.has('shift'),
    metaKey: held.has('meta'),
    getModifierState: () => held.has('altgr'),
  };
}

const recorded = (text: string, platform = 'linux', layout?: KeyboardLayout): string | undefined => {
  const pressed = acceleratorOf(press(text), platform, layout);
  return pressed?.kind === 'accelerator' ? pressed.accelerator : undefined;
};

describe('a stored hotkey', () => {
  it.each([
    'CommandOrControl+Alt+T',
    'CommandOrControl+Control+Alt+Shift+Super+F24',
    'Control+Alt+Up',
    'Super+/',
    'Alt+Shift+A',
    'F1',
    'CommandOrControl+,',
    "CommandOrControl+'",
    'CommandOrControl+\\',
    'Alt+PageDown',
  ])('may be %s', (text) => {
    expect(isAccelerator(text)).toBe(true);
  });

  it.each([
    '',
    '+',
    'CommandOrControl',
    'CommandOrControl+',
    'CommandOrControl+Alt',
    'Alt+CommandOrControl+T',
    'CommandOrControl+CommandOrControl+T',
    'CommandOrControl+Alt+t',
    'commandorcontrol+alt+T',
    'Ctrl+Alt+T',
    'Command+T',
    'AltGr+T',
    'CommandOrControl+Alt+TT',
    'CommandOrControl+Alt+F25',
    'CommandOrControl+Alt+F0',
    'CommandOrControl+num1',
    'CommandOrControl+Plus',
    'CommandOrControl++',
    'CommandOrControl+Escape',
    'MediaPlayPause',
    'CommandOrControl+Alt+Ä',
    ' CommandOrControl+T',
    'CommandOrControl+T\n',
    'CommandOrControl+toString',
  ])('may not be %j', (text) => {
    expect(isAccelerator(text)).toBe(false);
  });
});

describe('a hotkey that is pressed', () => {
  it.each([
    ['ctrl alt KeyT t', 'CommandOrControl+Alt+T'],
    ['ctrl alt shift KeyT T', 'CommandOrControl+Alt+Shift+T'],
    ['meta KeyV v', 'Super+V'],
    ['ctrl shift Digit1 !', 'CommandOrControl+Shift+1'],
    ['ctrl alt Equal =', 'CommandOrControl+Alt+='],
    ['ctrl shift Equal +', 'CommandOrControl+Shift+='],
    ['ctrl alt Space ␣', 'CommandOrControl+Alt+Space'],
    ['ctrl alt Enter Enter', 'CommandOrControl+Alt+Return'],
    ['alt ArrowUp ArrowUp', 'Alt+Up'],
    ['ctrl PageDown PageDown', 'CommandOrControl+PageDown'],
    ['F9 F9', 'F9'],
    ['shift F24 F24', 'Shift+F24'],
    ['KeyA a', 'A'],
  ])('on Linux and Windows: %s', (pressed, accelerator) => {
    expect(recorded(pressed, 'linux')).toBe(accelerator);
    expect(recorded(pressed, 'win32')).toBe(accelerator);
  });

  it.each([
    ['meta alt KeyT †', 'CommandOrControl+Alt+T'],
    ['ctrl alt KeyT †', 'Control+Alt+T'],
    ['ctrl meta KeyT t', 'CommandOrControl+Control+T'],
    ['meta alt shift BracketLeft ”', 'CommandOrControl+Alt+Shift+['],
    ['meta alt KeyN Dead', 'CommandOrControl+Alt+N'],
  ])('on a Mac: %s', (pressed, accelerator) => {
    expect(recorded(pressed, 'darwin')).toBe(accelerator);
  });

  it('is always in a form that can be stored', () => {
    const codes = ['KeyA', 'Digit0', 'F1', 'Space', 'Enter', 'ArrowLeft', 'Minus', 'Slash', 'Backquote'];
    for (const platform of ['linux', 'win32', 'darwin']) {
      for (const held of ['ctrl', 'alt', 'shift', 'meta', 'shift meta alt ctrl', 'shift alt']) {
        for (const code of codes) {
          const accelerator = recorded(`${held} ${code} Unidentified`, platform) ?? '';
          expect(isAccelerator(accelerator), accelerator).toBe(true);
        }
      }
    }
  });

  it.each([
    ['AZERTY', 'ctrl alt KeyQ a', 'CommandOrControl+Alt+A'],
    ['AZERTY', 'ctrl alt Semicolon m', 'CommandOrControl+Alt+M'],
    ['AZERTY', 'ctrl alt KeyM ,', 'CommandOrControl+Alt+,'],
    ['AZERTY', 'ctrl alt Digit2 é', 'CommandOrControl+Alt+2'],
    ['QWERTZ', 'ctrl alt shift KeyY Z', 'CommandOrControl+Alt+Shift+Z'],
    ['Dvorak', "ctrl alt KeyQ '", "CommandOrControl+Alt+'"],
    ['Russian', 'ctrl alt KeyT е', 'CommandOrControl+Alt+T'],
    ['Greek', 'ctrl alt shift KeyT Τ', 'CommandOrControl+Alt+Shift+T'],
  ])('is named by what is printed on the key: %s, %s', (_layout, pressed, accelerator) => {
    expect(recorded(pressed)).toBe(accelerator);
  });

  it('asks the layout where Option hides what is printed', () => {
    const german = new Map([
      ['KeyY', 'z'],
      ['Semicolon', 'ö'],
      ['Slash', '-'],
      ['KeyT', 't'],
    ]);
    expect(recorded('alt meta KeyY Ω', 'darwin', german)).toBe('CommandOrControl+Alt+Z');
    expect(recorded('alt shift meta Slash —', 'darwin', german)).toBe('CommandOrControl+Alt+Shift+-');
    expect(recorded('alt meta KeyT †', 'darwin', german)).toBe('CommandOrControl+Alt+T');
    expect(recorded('alt meta Semicolon ø', 'darwin', german)).toBeUndefined();
    expect(recorded('alt meta KeyT †', 'darwin', new Map([['KeyT', 'е']]))).toBe('CommandOrControl+Alt+T');
  });

  it.each([
    'ctrl alt Escape Escape',
    'ctrl alt Numpad1 1',
    'ctrl alt NumpadEnter Enter',
    'ctrl alt NumpadAdd +',
    'ctrl alt MediaPlayPause MediaPlayPause',
    'ctrl alt AudioVolumeUp AudioVolumeUp',
    'ctrl alt PrintScreen PrintScreen',
    'ctrl alt CapsLock CapsLock',
    'ctrl alt Semicolon ö',
    'ctrl alt IntlBackslash <',
    'ctrl alt F25 F25',
    'ctrl alt toString x',
    'ctrl alt altgr KeyQ @',
    'altgr KeyE €',
  ])('cannot be %s', (pressed) => {
    expect(acceleratorOf(press(pressed), 'win32')).toBeUndefined();
  });

  it.each([
    ['ctrl ControlLeft Control', 'CommandOrControl'],
    ['ctrl alt AltLeft Alt', 'CommandOrControl+Alt'],
    // Alt after Shift, on Linux
    ['alt shift AltLeft Meta', 'Alt+Shift'],
    ['meta MetaRight Meta', 'Super'],
    // Letting go of the last one
    ['ControlLeft Control', ''],
    ['altgr AltRight AltGraph', ''],
  ])('shows modifiers while they are held: %s', (pressed, held) => {
    expect(acceleratorOf(press(pressed), 'linux')).toEqual({ kind: 'modifiers', held });
  });

  it('shows a Mac’s modifiers', () => {
    const pressed = press('meta ctrl MetaLeft Meta');
    expect(acceleratorOf(pressed, 'darwin')).toEqual({ kind: 'modifiers', held: 'CommandOrControl+Control' });
  });
});

describe('a hotkey in words', () => {
  it.each([
    ['CommandOrControl+Alt+T', 'Ctrl+Alt+T', 'Ctrl+Alt+T', '⌥⌘T'],
    ['CommandOrControl+Control+Alt+Shift+F5', 'Ctrl+Ctrl+Alt+Shift+F5', 'Ctrl+Ctrl+Alt+Shift+F5', '⌃⌥⇧⌘F5'],
    ['Alt+Super+Return', 'Alt+Super+Enter', 'Alt+Win+Enter', '⌥⌘↩'],
    ['CommandOrControl+PageUp', 'Ctrl+Page Up', 'Ctrl+Page Up', '⌘⇞'],
    ['CommandOrControl+Up', 'Ctrl+↑', 'Ctrl+↑', '⌘↑'],
    ['Alt+Space', 'Alt+Space', 'Alt+Space', '⌥Space'],
    ['CommandOrControl+=', 'Ctrl+=', 'Ctrl+=', '⌘='],
    ['CommandOrControl+Alt', 'Ctrl+Alt', 'Ctrl+Alt', '⌥⌘'],
    ['', '', '', ''],
  ])('%s', (accelerator, linux, windows, mac) => {
    expect(acceleratorWords(accelerator, 'linux')).toBe(linux);
    expect(acceleratorWords(accelerator, 'win32')).toBe(windows);
    expect(acceleratorWords(accelerator, 'darwin')).toBe(mac);
  });
});

describe('what speaks against a hotkey', () => {
  it.each([
    ['A', 'hotkey-needs-modifier'],
    ['Shift+A', 'hotkey-needs-modifier'],
    ['Shift+Return', 'hotkey-needs-modifier'],
    ['Space', 'hotkey-needs-modifier'],
    ['CommandOrControl+C', 'hotkey-is-common'],
    ['Control+V', 'hotkey-is-common'],
    ['CommandOrControl+Shift+V', 'hotkey-is-common'],
    ['CommandOrControl+Shift+Left', 'hotkey-is-common'],
    ['Alt+F4', 'hotkey-is-common'],
    ['Alt+Tab', 'hotkey-is-common'],
    ['CommandOrControl+Alt+T', undefined],
    ['CommandOrControl+Alt+C', undefined],
    ['Super+C', undefined],
    ['F9', undefined],
    ['Shift+F9', undefined],
    ['CommandOrControl+Alt+Up', undefined],
    ['CommandOrControl+Shift+A', undefined],
  ])('%s: %s', (accelerator, problem) => {
    expect(acceleratorProblem(accelerator)).toBe(problem);
  });
});
