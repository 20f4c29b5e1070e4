import { app, BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import { t } from '../../../shared/messages';
import type { Log } from '../../ports';
import type { State } from '../../state';
import { pageOrigin } from '../renderer-bridge/trusted-sender';
import { attention } from './attention';
import { minimumSize, openingBounds, type Bounds } from './window-bounds';

export interface MainWindowOptions {
  readonly state: State;
  readonly preload: string;
  readonly icon: string;
  readonly devTools: boolean;
  readonly connect: (page: WebContents) => void;
  readonly rememberedBounds: () => Bounds | undefined;
  readonly rememberBounds: (bounds: Bounds) => void;
  readonly onClosed: () => void;
  /** The person has come to it. */
  readonly focused: () => void;
  readonly log: Log;
}

/** What a person does to press a button. */
const presses: ReadonlySet<string> = new Set([
  'mouseDown',
  'mouseUp',
  'rawKeyDown',
  'keyDown',
  'keyUp',
  'touchStart',
  'touchEnd',
  'gestureTap',
]);

/** ms; from a press to what it leads to. */
const justNow = 2000;

/** The main window: made when it is asked for, destroyed when it is closed, so that no renderer stays behind. */
export class MainWindow {
  private window: BrowserWindow | undefined;
  private focusWhenReady = false;
  private isReady = false;
  /** When a key or a button of the mouse was last pressed in it, in ms since the epoch. */
  private pressedOn = 0;

  constructor(private readonly options: MainWindowOptions) {
    let before = options.state.snapshot;
    options.state.subscribe((snapshot) => {
      const wanted = attention(before, snapshot);
      before = snapshot;
      if (wanted === 'show') this.open();
      else if (wanted === 'show-behind') this.openBehind();
    });
  }

  /** Whether the person is looking at it, rather than at something that covers it. */
  get isFocused(): boolean {
    return this.window?.isFocused() === true;
  }

  /** Whether this is its page, and the person has pressed something in it a moment ago. Its page cannot pretend that. */
  wasJustPressed(page: WebContents): boolean {
    return this.isFocused && page === this.window?.webContents && Date.now() - this.pressedOn < justNow;
  }

  /** Opens the window, or brings the open one to the front. */
  open(): void {
    // A window that is still loading shows itself as soon as there is something to see.
    this.focusWhenReady = true;
    const window = this.window ?? this.create();
    if (!this.isReady) return;
    if (window.isMinimized()) window.restore();
    this.bringToFront(window);
  }

  private bringToFront(window: BrowserWindow): void {
    window.show();
    // On macOS a window of a program in the background would stay behind the browser.
    if (process.platform === 'darwin') app.focus({ steal: true });
    window.focus();
  }

  /** Opens the window without taking the focus; one that is open stays as it is. */
  private openBehind(): void {
    if (this.window !== undefined) return;
    this.focusWhenReady = false;
    this.create();
  }

  private create(): BrowserWindow {
    const { rememberedBounds, preload, icon, connect, rememberBounds, log } = this.options;
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
    const window = new BrowserWindow({
      ...openingBounds(rememberedBounds(), screens),
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      show: false,
      title: t('app.name'),
      icon,
      // What is seen before the page is painted; the page's own ground in both themes.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#fafafa',
      autoHideMenuBar: true,
      fullscreenable: false,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: this.options.devTools,
      },
    });
    this.window = window;
    this.isReady = false;
    connect(window.webContents);
    window.once('ready-to-show', () => {
      this.isReady = true;
      if (this.focusWhenReady) this.bringToFront(window);
      else window.showInactive();
    });
    window.webContents.on('input-event', (_event, { type }) => {
      if (presses.has(type)) this.pressedOn = Date.now();
    });
    window.on('focus', () => this.options.focused());
    window.on('close', () => rememberBounds(window.getNormalBounds()));
    window.on('closed', () => {
      this.window = undefined;
      this.options.onClosed();
    });
    // A page that has crashed stays blank for ever; the next opening makes a new one.
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error(`the main window's page is gone: ${reason}`);
      window.destroy();
    });
    window
      .loadURL(`${pageOrigin}/main-window/index.html`)
      .catch(() => log.warn('the main window did not load'));
    return window;
  }
}
