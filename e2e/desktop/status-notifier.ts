import { createHash } from 'node:crypto';
import { DBusError, Variant } from 'dbus-next';
import type { Message } from 'dbus-next';
import type { Bus, Remote, Reply } from './bus';
import { findMenuItem, readMenuItem } from './tray-menu';
import type { MenuItem, MenuPath } from './tray-menu';
import { waitUntil } from './wait-until';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const WATCHER_PATH = '/StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const PROPERTIES = 'org.freedesktop.DBus.Properties';
/** How often a click may meet a menu that has just gone. */
const MOST_CLICKS = 10;

/** How an icon looks at one moment. */
export interface TrayIconState {
  title: string;
  status: string;
  toolTip: string;
  iconName: string;
  /** Hash of the icon's pixels, to tell two icons apart. */
  iconPixels: string;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function hashOf(pixmaps: unknown): string {
  const hash = createHash('sha256');
  for (const [width, height, pixels] of pixmaps as [number, number, Uint8Array][]) {
    hash.update(`${width}x${height}`).update(Uint8Array.from(pixels));
  }
  return hash.digest('hex');
}

/** One icon in the tray, read and used as a desktop's panel does it. */
export class TrayIcon {
  private readonly bus: Bus;
  private readonly item: Remote;

  constructor(bus: Bus, item: Remote) {
    this.bus = bus;
    this.item = item;
  }

  async state(): Promise<TrayIconState> {
    const [title, status, toolTip, iconName, pixmaps] = await Promise.all(
      ['Title', 'Status', 'ToolTip', 'IconName', 'IconPixmap'].map((name) => this.propertyIfThere(name)),
    );
    return {
      title: textOf(title),
      status: textOf(status),
      toolTip: Array.isArray(toolTip) ? textOf(toolTip[2]) : '',
      iconName: textOf(iconName),
      iconPixels: Array.isArray(pixmaps) ? hashOf(pixmaps) : '',
    };
  }

  async waitForState(isWanted: (state: TrayIconState) => boolean): Promise<TrayIconState> {
    const changes = await this.bus.signals(
      'NewIcon',
      'NewTitle',
      'NewStatus',
      'NewToolTip',
      'PropertiesChanged',
    );
    return waitUntil('the tray icon', () => this.state(), isWanted, changes);
  }

  /** The menu as it would open now, top to bottom, with its submenus. */
  async menu(): Promise<MenuItem[]> {
    const menu = await this.menuRemote();
    // Chromium answers this with an error for the menu as a whole; a panel asks all the same, and goes on.
    await this.bus.call(menu, 'AboutToShow', 'i', [0]).catch(() => undefined);
    const [, layout] = await this.bus.call(menu, 'GetLayout', 'iias', [0, -1, []]);
    return readMenuItem(layout).children;
  }

  async waitForMenu(isWanted: (menu: MenuItem[]) => boolean): Promise<MenuItem[]> {
    const changes = await this.bus.signals('LayoutUpdated', 'ItemsPropertiesUpdated', 'NewMenu');
    return waitUntil('the tray menu', () => this.menu(), isWanted, changes);
  }

  /**
   * Waits for an item and clicks it.
   * @param path labels from the top to the item, or a test for the item wherever it is
   */
  async click(path: MenuPath): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.clickNow(path);
        return;
      } catch (error) {
        // The menu was attached anew while the click was on its way; a panel shows the new one then, and a person clicks there.
        if (!(error instanceof DBusError) || tries === MOST_CLICKS) throw error;
      }
    }
  }

  private async clickNow(path: MenuPath): Promise<void> {
    const isClickable = (menu: MenuItem[]) => findMenuItem(menu, path)?.enabled === true;
    const item = findMenuItem(await this.waitForMenu(isClickable), path);
    if (item === undefined) throw new Error('The item was there a moment ago.');
    const now = Math.floor(Date.now() / 1000);
    await this.bus.call(await this.menuRemote(), 'Event', 'isvu', [
      item.id,
      'clicked',
      new Variant('i', 0),
      now,
    ]);
  }

  /** Clicks the icon itself. */
  async activate(): Promise<void> {
    await this.bus.call(this.item, 'Activate', 'ii', [0, 0]);
  }

  private async menuRemote(): Promise<Remote> {
    const path = textOf(await this.bus.property(this.item, 'Menu'));
    return { destination: this.item.destination, path, interface: 'com.canonical.dbusmenu' };
  }

  private propertyIfThere(name: string): Promise<unknown> {
    return this.bus.property(this.item, name).catch(() => undefined);
  }
}

/** The part of a desktop's panel that tray icons register with. It has to be there before the program starts. */
export class StatusNotifierWatcher {
  private readonly items: Remote[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly bus: Bus;

  private constructor(bus: Bus) {
    this.bus = bus;
  }

  static async start(bus: Bus): Promise<StatusNotifierWatcher> {
    const watcher = new StatusNotifierWatcher(bus);
    await bus.serve(WATCHER, { path: WATCHER_PATH, handle: (message) => watcher.handle(message) });
    return watcher;
  }

  /** The icons in the tray now: those of programs that still run. */
  async icons(): Promise<TrayIcon[]> {
    const isThere = await Promise.all(this.items.map(({ destination }) => this.bus.hasOwner(destination)));
    return this.items.filter((_, index) => isThere[index]).map((item) => new TrayIcon(this.bus, item));
  }

  /** Waits for the one icon in the tray. */
  async icon(): Promise<TrayIcon> {
    const changes = (changed: () => void) => {
      this.listeners.add(changed);
      return () => this.listeners.delete(changed);
    };
    const icons = await waitUntil(
      'an icon in the tray',
      () => this.icons(),
      (found) => found.length > 0,
      changes,
    );
    const [icon, ...others] = icons;
    if (icon === undefined || others.length > 0)
      throw new Error(`There are ${icons.length} icons in the tray.`);
    return icon;
  }

  private handle(message: Message): Reply | undefined {
    if (message.interface === PROPERTIES) return this.handleProperties(message);
    if (message.member === 'RegisterStatusNotifierHost') return { signature: '', body: [] };
    if (message.member !== 'RegisterStatusNotifierItem') return undefined;
    // A bus name, or the path of the object at the sender: https://invent.kde.org/plasma/plasma-workspace statusnotifierwatcher
    const service = textOf(message.body[0]);
    const item = service.startsWith('/')
      ? { destination: message.sender, path: service }
      : { destination: service, path: '/StatusNotifierItem' };
    this.items.push({ ...item, interface: ITEM });
    for (const changed of this.listeners) changed();
    return { signature: '', body: [] };
  }

  private handleProperties({ member, body }: Message): Reply | undefined {
    const properties: Record<string, Variant> = {
      IsStatusNotifierHostRegistered: new Variant('b', true),
      ProtocolVersion: new Variant('i', 0),
      RegisteredStatusNotifierItems: new Variant(
        'as',
        this.items.map(({ destination }) => destination),
      ),
    };
    if (member === 'GetAll') return { signature: 'a{sv}', body: [properties] };
    const value = properties[textOf(body[1])];
    return member === 'Get' && value !== undefined ? { signature: 'v', body: [value] } : undefined;
  }
}
