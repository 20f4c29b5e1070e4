import { describe, expect, it } from 'vitest';
import { rowKey } from './row-keys';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('rowKey', () => {
  it('copies with Enter, in another format with Ctrl or Cmd', () => {
    expect(rowKey(press('Enter'), false)).toBe('copy-plain');
    expect(rowKey(press('Enter', { ctrlKey: true }), false)).toBe('copy-command');
    expect(rowKey(press('Enter', { metaKey: true }), false)).toBe('copy-command');
  });

  it('leaves a button its own keys', () => {
    for (const key of ['Enter', 'p', 'e', 'Delete', ' ']) expect(rowKey(press(key), true)).toBeUndefined();
    expect(rowKey(press('ArrowDown'), true)).toBe('next');
    expect(rowKey(press('Escape'), true)).toBe('to-row');
  });

  it('leaves other shortcuts alone', () => {
    expect(rowKey(press('p', { ctrlKey: true }), false)).toBeUndefined();
    expect(rowKey(press('e', { metaKey: true }), false)).toBeUndefined();
    expect(rowKey(press('Enter', { altKey: true }), false)).toBeUndefined();
    expect(rowKey(press('x'), false)).toBeUndefined();
  });

  it('pins, edits, inspects and deletes', () => {
    expect(['p', 'E', 'I', 'Delete', 'Backspace'].map((key) => rowKey(press(key), false))).toEqual([
      'pin',
      'edit',
      'inspect',
      'delete',
      'delete',
    ]);
  });
});
