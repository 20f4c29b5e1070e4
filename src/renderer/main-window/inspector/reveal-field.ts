/** What the field needs of the world; the tests give it their own. */
export interface RevealPorts {
  /** Writes into the field and selects it, or empties it. */
  readonly write: (text: string) => void;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (timer: number) => void;
  /** The field is empty again. */
  readonly hidden: () => void;
}

/** How long a token stays, in ms. */
export const revealedFor = 30_000;

/** Keeps a token in a field, and nowhere else in the page, for half a minute at most. */
export class RevealField {
  private timer: number | undefined;

  constructor(private readonly ports: RevealPorts) {}

  show(token: string): void {
    this.stop();
    this.ports.write(token);
    this.timer = this.ports.setTimer(() => this.hide(), revealedFor);
  }

  hide(): void {
    if (this.timer === undefined) return;
    this.stop();
    this.ports.write('');
    this.ports.hidden();
  }

  private stop(): void {
    if (this.timer !== undefined) this.ports.clearTimer(this.timer);
    this.timer = undefined;
  }
}
