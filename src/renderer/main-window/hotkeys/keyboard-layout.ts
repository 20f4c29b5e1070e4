import type { KeyboardLayout } from '../../../shared/accelerator';

declare global {
  interface Navigator {
    /** Chromium's own: https://wicg.github.io/keyboard-map/ */
    readonly keyboard?: { getLayoutMap(): Promise<KeyboardLayout> };
  }
}

/** What is printed on the keys of this keyboard, where Chromium knows it. Never rejects. */
export async function keyboardLayout(): Promise<KeyboardLayout | undefined> {
  try {
    return await navigator.keyboard?.getLayoutMap();
  } catch {
    return undefined;
  }
}
