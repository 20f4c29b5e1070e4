/** The part of x11 that the bench uses; it brings no types of its own. */
declare module 'x11' {
  export interface Image {
    readonly depth: number;
    /** Four bytes a pixel, from the top left. */
    readonly data: Buffer;
  }

  export interface XEvent {
    readonly name?: string;
  }

  export interface TestExtension {
    readonly KeyPress: number;
    readonly KeyRelease: number;
    FakeInput(type: number, keycode: number, time: number, window: number, x: number, y: number): void;
  }

  export interface FixesExtension {
    SelectSelectionInput(window: number, selection: number, eventMask: number): void;
  }

  export type Answer<T> = (error: Error | null | undefined, value: T) => void;

  export interface XClient {
    GetImage(
      format: number,
      drawable: number,
      x: number,
      y: number,
      width: number,
      height: number,
      planeMask: number,
      answer: Answer<Image>,
    ): void;
    GetInputFocus(answer: Answer<{ readonly focus: number }>): void;
    GetKeyboardMapping(first: number, count: number, answer: Answer<readonly (readonly number[])[]>): void;
    InternAtom(onlyIfExists: boolean, name: string, answer: Answer<number>): void;
    require(extension: 'xtest', answer: Answer<TestExtension>): void;
    require(extension: 'fixes', answer: Answer<FixesExtension>): void;
    on(event: 'event', listener: (event: XEvent) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    terminate(): void;
  }

  export interface Display {
    readonly client: XClient;
    readonly screen: readonly {
      readonly root: number;
      readonly pixel_width: number;
      readonly pixel_height: number;
    }[];
    readonly min_keycode: number;
    readonly max_keycode: number;
  }

  const x11: {
    createClient(options: { readonly display: string }, answer: Answer<Display>): void;
  };
  export default x11;
}
