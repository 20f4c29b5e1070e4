import { describe, expect, it } from 'vitest';
import { paletteKey, type Caret, type PressedKey } from './palette-keys';

type Held = Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat', true>>;

const press = (key: string, held: Held = {}, code = key): PressedKey => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...held,
});

const inEmpty: Caret = { atStart: true, atEnd: true };
const atStart: Caret = { atStart: true, atEnd: false };
const inText: Caret = { atStart: false, atEnd: false };
const atEnd: Caret = { atStart: false, atEnd: true };

describe('a key in the palette', () => {
  it('copies with Enter, in another format with Ctrl, and lists formats with Alt', () => {
    expect(paletteKey(press('Enter'), inText, false)).toBe('copy');
    expect(paletteKey(press('Enter', { ctrlKey: true }), inText, false)).toBe('copy-other');
    expect(paletteKey(press('Enter', { altKey: true }), inText, false)).toBe('formats');
  });

  it('is Command on a Mac where it is Ctrl elsewhere', () => {
    expect(paletteKey(press('Enter', { metaKey: true }), inText, true)).toBe('copy-other');
    expect(paletteKey(press('1', { metaKey: true }, 'Digit1'), inText, true)).toBe(0);
    expect(paletteKey(press('Enter', { ctrlKey: true }), inText, true)).toBeUndefined();
    expect(paletteKey(press('Enter', { metaKey: true }), inText, false)).toBeUndefined();
  });

  it('copies nothing while Enter is held from before', () => {
    for (const held of [{}, { ctrlKey: true }, { altKey: true }] as const) {
      expect(paletteKey(press('Enter', { ...held, repeat: true }), inText, false)).toBe('nothing');
    }
  });

  it('copies nothing with a mixture of keys that means nothing', () => {
    expect(paletteKey(press('Enter', { ctrlKey: true, altKey: true }), inText, false)).toBeUndefined();
    expect(paletteKey(press('Enter', { ctrlKey: true, shiftKey: true }), inText, false)).toBeUndefined();
    expect(paletteKey(press('Enter', { shiftKey: true }), inText, false)).toBeUndefined();
    expect(paletteKey(press('Enter', { altKey: true, shiftKey: true }), inText, false)).toBeUndefined();
  });

  it('takes one of the first nine with Ctrl and its number, wherever the layout has digits', () => {
    expect(paletteKey(press('1', { ctrlKey: true }, 'Digit1'), inText, false)).toBe(0);
    expect(paletteKey(press('9', { ctrlKey: true }, 'Numpad9'), inText, false)).toBe(8);
    expect(paletteKey(press('&', { ctrlKey: true }, 'Digit1'), inText, false)).toBe(0);
    expect(paletteKey(press('0', { ctrlKey: true }, 'Digit0'), inText, false)).toBeUndefined();
    expect(paletteKey(press('1', {}, 'Digit1'), inText, false)).toBeUndefined();
    // AltGr
    expect(paletteKey(press('¹', { ctrlKey: true, altKey: true }, 'Digit1'), inText, false)).toBeUndefined();
  });

  it('moves in the list', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'].map((key) =>
      paletteKey(press(key, { repeat: true }), inText, false),
    );
    expect(keys).toEqual(['next', 'previous', 'page-down', 'page-up']);
  });

  it('leaves Home and End to the text as long as they move in it', () => {
    const home = [inEmpty, atStart, inText, atEnd].map((caret) => paletteKey(press('Home'), caret, false));
    expect(home).toEqual(['first', 'first', undefined, undefined]);
    const end = [inEmpty, atStart, inText, atEnd].map((caret) => paletteKey(press('End'), caret, false));
    expect(end).toEqual(['last', undefined, undefined, 'last']);
    expect(paletteKey(press('Home', { shiftKey: true }), inEmpty, false)).toBeUndefined();
  });

  it('goes back with Backspace only where there is nothing to delete', () => {
    const back = [inEmpty, atStart, inText, atEnd].map((caret) =>
      paletteKey(press('Backspace'), caret, false),
    );
    expect(back).toEqual(['back', undefined, undefined, undefined]);
  });

  it('closes with Esc, and does not lose the focus with Tab', () => {
    expect(paletteKey(press('Escape'), inText, false)).toBe('close');
    expect(paletteKey(press('Tab'), inText, false)).toBe('nothing');
    expect(paletteKey(press('Tab', { shiftKey: true }), inText, false)).toBe('nothing');
  });

  it('is otherwise for the text', () => {
    for (const key of ['a', ' ', 'ArrowLeft', 'Delete', 'constructor'])
      expect(paletteKey(press(key), inText, false)).toBeUndefined();
    expect(paletteKey(press('a', { ctrlKey: true }, 'KeyA'), inText, false)).toBeUndefined();
  });
});
