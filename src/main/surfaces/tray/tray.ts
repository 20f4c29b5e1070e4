import { Menu, Tray, nativeImage, nativeTheme, type MenuItemConstructorOptions } from 'electron';
import type { Snapshot } from '../../../shared/snapshot';
import type { After, Now } from '../../ports';
import type { State } from '../../state';
import { Redraw } from './redraw';
import { trayClick } from './tray-click';
import { trayIconFile, trayState, type Panel, type TrayState } from './tray-icon';
import { trayMenu, type TrayCommand, type TrayItem } from './tray-menu';
import { trayToolTip } from './tray-tooltip';

type BuiltMenu = ReturnType<typeof Menu.buildFromTemplate>;

export interface TraySurfaceOptions {
  readonly state: State;
  readonly run: (command: TrayCommand) => void;
  readonly iconFolder: string;
  readonly platform: NodeJS.Platform;
  readonly desktop: string;
  readonly after: After;
  readonly now: Now;
}

/** The Electron half of the tray. It lives as long as the program: on Linux only the first Tray is a StatusNotifierItem. */
export class TraySurface {
  private readonly tray: Tray;
  private shownIcon: string;
  private shownMenu = '';
  private shownToolTip = '';
  /** The submenus that are shown, by their items: with many presets, most of the menu stays as it is. */
  private submenus = new Map<string, BuiltMenu>();

  constructor(private readonly options: TraySurfaceOptions) {
    const { state, platform, after, now, run } = options;
    this.shownIcon = this.iconFile(trayState(state.snapshot, now()));
    this.tray = new Tray(nativeImage.createFromPath(this.shownIcon));
    const redraw = new Redraw({
      snapshot: () => state.snapshot,
      draw: (snapshot, time) => this.draw(snapshot, time),
      platform,
      after,
      now,
    });
    redraw.now();
    state.subscribe(() => redraw.changed());
    nativeTheme.on('updated', () => redraw.now());
    const onClick = trayClick(platform);
    if (onClick !== undefined) this.tray.on('click', () => run(onClick));
  }

  private draw(snapshot: Snapshot, now: number): void {
    const { platform } = this.options;
    const icon = this.iconFile(trayState(snapshot, now));
    if (icon !== this.shownIcon) {
      this.shownIcon = icon;
      this.tray.setImage(nativeImage.createFromPath(icon));
    }
    const toolTip = trayToolTip(snapshot, now, platform);
    if (toolTip !== this.shownToolTip) {
      this.shownToolTip = toolTip;
      this.tray.setToolTip(toolTip);
    }
    const items = trayMenu(snapshot, now, platform);
    const menu = JSON.stringify(items);
    if (menu !== this.shownMenu) {
      this.shownMenu = menu;
      // On Linux a changed menu is seen only after it was attached again.
      this.tray.setContextMenu(this.build(items));
    }
  }

  private iconFile(state: TrayState): string {
    const { platform, desktop, iconFolder } = this.options;
    const panel: Panel = { platform, desktop, dark: systemUiIsDark() };
    return trayIconFile(iconFolder, state, panel);
  }

  private build(items: readonly TrayItem[]): BuiltMenu {
    const before = this.submenus;
    this.submenus = new Map();
    return Menu.buildFromTemplate(items.map((item) => this.template(item, before)));
  }

  private submenu(items: readonly TrayItem[], before: ReadonlyMap<string, BuiltMenu>): BuiltMenu {
    const key = JSON.stringify(items);
    // Built in any case: what is in it is kept for the next time only if it was asked for.
    const inner = items.map((item) => this.template(item, before));
    const menu = before.get(key) ?? Menu.buildFromTemplate(inner);
    this.submenus.set(key, menu);
    return menu;
  }

  private template(item: TrayItem, before: ReadonlyMap<string, BuiltMenu>): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: item.label, enabled: false };
      case 'command':
        return {
          label: item.label,
          click: () => this.options.run(item.command),
          ...toolTipOf(item),
          ...(item.accelerator === undefined
            ? {}
            : { accelerator: item.accelerator, registerAccelerator: false }),
        };
      case 'radio':
        return {
          type: 'radio',
          label: item.label,
          checked: item.checked,
          click: () => {
            if (!item.checked) this.options.run(item.command);
          },
          ...toolTipOf(item),
        };
      case 'submenu':
        return {
          label: item.label,
          submenu: this.submenu(item.items, before),
          ...toolTipOf(item),
        };
    }
  }
}

const toolTipOf = ({ toolTip }: { readonly toolTip?: string }): { toolTip?: string } =>
  toolTip === undefined ? {} : { toolTip };

/** On Windows the taskbar has a theme of its own; Linux does not have the property. */
function systemUiIsDark(): boolean {
  const theme: { shouldUseDarkColorsForSystemIntegratedUI?: boolean; shouldUseDarkColors: boolean } =
    nativeTheme;
  return theme.shouldUseDarkColorsForSystemIntegratedUI ?? theme.shouldUseDarkColors;
}
