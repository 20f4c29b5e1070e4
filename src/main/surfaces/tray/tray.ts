import { Menu, Tray, nativeImage, nativeTheme, type MenuItemConstructorOptions } from 'electron';
import { t } from '../../../shared/messages';
import type { Snapshot } from '../../../shared/snapshot';
import type { After, Now } from '../../ports';
import type { State } from '../../state';
import { trayIconFile, trayState, type Panel, type TrayState } from './tray-icon';
import { trayMenu, trayMenuChangesIn, type TrayCommand, type TrayItem } from './tray-menu';

export interface TraySurfaceOptions {
  readonly state: State;
  readonly run: (command: TrayCommand) => void;
  readonly iconFolder: string;
  readonly platform: NodeJS.Platform;
  readonly desktop: string;
  readonly after: After;
  readonly now: Now;
}

/** The Electron half of the tray. It lives as long as the program. */
export class TraySurface {
  private readonly tray: Tray;
  private shownIcon: string;
  private shownMenu = '';
  private shownToolTip = '';
  private stopTimer: (() => void) | undefined;

  constructor(private readonly options: TraySurfaceOptions) {
    const { snapshot } = options.state;
    this.shownIcon = this.iconFile(trayState(snapshot, options.now()));
    this.tray = new Tray(nativeImage.createFromPath(this.shownIcon));
    this.redraw(snapshot);
    options.state.subscribe((changed) => this.redraw(changed));
    nativeTheme.on('updated', () => this.redraw(options.state.snapshot));
    // On Windows a left click is expected to open the program; on macOS it opens the menu by itself, on Linux the
    // panel decides.
    if (options.platform === 'win32') {
      this.tray.on('click', () => options.run({ name: 'openMainWindow', args: {} }));
    }
  }

  private redraw(snapshot: Snapshot): void {
    const { now, after } = this.options;
    this.redrawIcon(trayState(snapshot, now()));
    const items = trayMenu(snapshot, now());
    const drawn = JSON.stringify(items);
    if (drawn !== this.shownMenu) {
      this.shownMenu = drawn;
      // On Linux a changed menu is seen only after it was attached again.
      this.tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => this.template(item))));
    }
    this.stopTimer?.();
    const changesIn = trayMenuChangesIn(snapshot, now());
    this.stopTimer = Number.isFinite(changesIn)
      ? after(changesIn, () => this.redraw(this.options.state.snapshot))
      : undefined;
  }

  private redrawIcon(state: TrayState): void {
    const file = this.iconFile(state);
    if (file !== this.shownIcon) {
      this.shownIcon = file;
      this.tray.setImage(nativeImage.createFromPath(file));
    }
    const toolTip = t(tooltips[state]);
    if (toolTip === this.shownToolTip) return;
    this.shownToolTip = toolTip;
    this.tray.setToolTip(toolTip);
  }

  private iconFile(state: TrayState): string {
    const { platform, desktop, iconFolder } = this.options;
    const panel: Panel = { platform, desktop, dark: systemUiIsDark() };
    return trayIconFile(iconFolder, state, panel);
  }

  private template(item: TrayItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: item.label, enabled: false };
      case 'command':
        return { label: item.label, click: () => this.options.run(item.command) };
      case 'submenu':
        return { label: item.label, submenu: item.items.map((inner) => this.template(inner)) };
    }
  }
}

const tooltips = {
  idle: 'tray.tooltip',
  'sign-in-needed': 'tray.tooltip.sign-in-needed',
  'token-on-clipboard': 'tray.tooltip.clipboard',
} as const satisfies Record<TrayState, string>;

/** On Windows the taskbar has a theme of its own; Linux does not have the property. */
function systemUiIsDark(): boolean {
  const theme: { shouldUseDarkColorsForSystemIntegratedUI?: boolean; shouldUseDarkColors: boolean } =
    nativeTheme;
  return theme.shouldUseDarkColorsForSystemIntegratedUI ?? theme.shouldUseDarkColors;
}
