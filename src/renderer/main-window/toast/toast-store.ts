/** A short message at the foot with at most two buttons. Only one is shown at a time; a new one takes its place. */
export interface Toast {
  readonly text: string;
  /** Ctrl or Cmd with Z does it, too. */
  readonly action?: ToastAction;
  readonly other?: ToastAction;
}

interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

let current: Toast | undefined;
const listeners = new Set<() => void>();

function set(toast: Toast | undefined): void {
  current = toast;
  for (const listener of listeners) listener();
}

export const showToast = (toast: Toast): void => set(toast);

/** Takes `toast` away, unless another has taken its place. */
export function hideToast(toast: Toast): void {
  if (current === toast) set(undefined);
}

export const currentToast = (): Toast | undefined => current;

export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
