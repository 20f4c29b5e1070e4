import { app, BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import { t } from '../../../shared/messages';
import type { Settings } from '../../../shared/settings';
import type { Log } from '../../ports';
import type { State } from '../../state';
import { pageOrigin } from '../renderer-bridge/trusted-sender';
import { palettePlace, paletteSize } from './palette-place';
import { readiness, type WindowState } from './readiness';

export interface PaletteWindowOptions {
  readonly state: State;
  readonly preload: string;
  readonly devTools: boolean;
  readonly connect: (page: WebContents) => void;
  /** Told when it was closed by something else than what opens it. */
  readonly left: (by: 'key' | 'focus') => void;
  readonly log: Log;
}

/** What is seen until the page is painted; the page's own ground in both themes. */
const ground = (): string => (nativeTheme.shouldUseDarkColors ? '#1e1d23' : '#ffffff');

/**
 * The quick-copy palette. Its window is hidden, not destroyed, when it closes, if the settings say so: docs/palette.md
 * has what that costs and gains. The page forgets by itself what it was used for.
 */
export class PaletteWindow {
  private window: BrowserWindow | undefined;
  private isQuitting = false;
  private isDrawn = false;
  private showWhenDrawn = false;
  /** How often the page has failed since the palette was opened last, or the setting was changed. */
  private failures = 0;
  private wanted: Settings['paletteReady'] | undefined;

  constructor(private readonly options: PaletteWindowOptions) {
    // The first thing that quitting does is to close the windows; one that is made then would keep the program.
    app.once('before-quit', () => (this.isQuitting = true));
  }

  /** From now on there is a hidden window, or none, as the settings say. Called when the program has started. */
  keepReady(): void {
    this.options.state.subscribe(() => this.getReady());
    this.getReady();
  }

  /** Opens the palette on the screen with the pointer. If it is open already, the same key closes it. */
  open(): void {
    if (this.isQuitting) return;
    if (this.window?.isVisible() === true && this.window.isFocused()) return this.hide();
    this.showWhenDrawn = true;
    this.failures = 0;
    const window = this.window ?? this.create();
    if (this.isDrawn) this.show(window);
  }

  /** Closes the palette after a key in it; the focus goes back to where it was. */
  close(): void {
    this.leave('key');
  }

  private leave(by: 'key' | 'focus'): void {
    // Hiding blurs it, too, and that comes here again.
    if (this.showWhenDrawn) this.options.left(by);
    this.hide();
  }

  private hide(): void {
    const { window } = this;
    this.showWhenDrawn = false;
    if (window === undefined) return;
    // Not tried on Windows. Hiding the active window leaves none active there, and minimising it first makes Windows
    // activate the one below, as other launchers do: https://github.com/electron/electron/issues/28451
    if (process.platform === 'win32' && window.isFocused()) window.minimize();
    // macOS calls a window that is covered not visible, so that is not asked first.
    window.hide();
    // Hiding may be what has blurred it, and a window must not be destroyed by its own event.
    setImmediate(() => this.getReady());
  }

  private getReady(): void {
    if (this.isQuitting) return;
    const { paletteReady } = this.options.state.value.settings;
    if (paletteReady !== this.wanted) this.failures = 0;
    this.wanted = paletteReady;
    switch (readiness(paletteReady, this.windowState, this.failures)) {
      case 'make':
        return void this.create();
      case 'destroy':
        return this.window?.destroy();
      case 'leave':
        return;
    }
  }

  /** A page that has failed stays blank for ever. */
  private failed(window: BrowserWindow): void {
    if (window.isDestroyed()) return;
    this.failures += 1;
    window.destroy();
    setImmediate(() => this.getReady());
  }

  private get windowState(): WindowState {
    if (this.window === undefined) return 'none';
    return this.window.isVisible() || this.showWhenDrawn ? 'open' : 'hidden';
  }

  private show(window: BrowserWindow): void {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const place = palettePlace(workArea, paletteSize);
    window.setBounds(place);
    window.setBackgroundColor(ground());
    window.show();
    if (window.isMinimized()) {
      window.restore();
      // Windows restores it to where it was before.
      window.setBounds(place);
    }
    window.focus();
  }

  private create(): BrowserWindow {
    const { preload, devTools, connect, log } = this.options;
    const isMac = process.platform === 'darwin';
    const window = new BrowserWindow({
      ...paletteSize,
      show: false,
      title: t('palette.title'),
      frame: false,
      resizable: false,
      maximizable: false,
      fullscreenable: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      // Not tried on macOS. A panel takes the keyboard while the program in front stays the active one.
      ...(isMac ? { type: 'panel' } : {}),
      backgroundColor: ground(),
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools,
      },
    });
    this.window = window;
    this.isDrawn = false;
    if (isMac) {
      window.setAlwaysOnTop(true, 'modal-panel');
      // The program has no icon in the Dock, so its kind of process is the right one already.
      window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    }
    connect(window.webContents);
    // `ready-to-show` comes before the page has the snapshot: an empty window, which does not hear keys.
    window.on('page-title-updated', (_event, title) => {
      if (this.isDrawn || title !== t('palette.title')) return;
      this.isDrawn = true;
      if (this.showWhenDrawn) this.show(window);
    });
    window.on('blur', () => this.leave('focus'));
    window.on('closed', () => {
      this.window = undefined;
      this.showWhenDrawn = false;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error(`the palette's page is gone: ${reason}`);
      this.failed(window);
    });
    window.loadURL(`${pageOrigin}/palette/index.html`).catch(() => {
      log.warn('the palette did not load');
      this.failed(window);
    });
    return window;
  }
}
