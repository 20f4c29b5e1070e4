import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import { t } from '../../../shared/messages';
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
}

/** The main window: made when it is asked for, destroyed when it is closed, so that no renderer stays behind. */
export class MainWindow {
  private window: BrowserWindow | undefined;
  private focusWhenReady = false;

  constructor(private readonly options: MainWindowOptions) {
    let before = options.state.snapshot;
    options.state.subscribe((snapshot) => {
      const wanted = attention(before, snapshot);
      before = snapshot;
      if (wanted === 'show') this.open();
      else if (wanted === 'show-behind') this.openBehind();
    });
  }

  get isVisible(): boolean {
    return this.window?.isVisible() === true && !this.window.isMinimized();
  }

  /** Opens the window, or brings the open one to the front. */
  open(): void {
    // A window that is still loading shows itself as soon as there is something to see.
    this.focusWhenReady = true;
    const window = this.window ?? this.create();
    if (window.isMinimized()) window.restore();
    if (window.isVisible()) {
      window.show();
      window.focus();
    }
  }

  /** Opens the window without taking the focus; one that is open stays as it is. */
  private openBehind(): void {
    if (this.window !== undefined) return;
    this.focusWhenReady = false;
    this.create();
  }

  private create(): BrowserWindow {
    const { rememberedBounds, preload, icon, connect, rememberBounds } = this.options;
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
    connect(window.webContents);
    window.once('ready-to-show', () => {
      if (this.focusWhenReady) window.show();
      else window.showInactive();
    });
    window.on('close', () => rememberBounds(window.getNormalBounds()));
    window.on('closed', () => (this.window = undefined));
    void window.loadURL(`${pageOrigin}/main-window/index.html`);
    return window;
  }
}
