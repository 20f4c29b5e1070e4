import { Variant } from 'dbus-next';

/** An item of a tray menu, as com.canonical.dbusmenu hands it to the desktop's panel. */
export interface MenuItem {
  id: number;
  /** As a person reads it, without the mark of its access key. */
  label: string;
  enabled: boolean;
  visible: boolean;
  type: 'standard' | 'separator';
  toggleType: string;
  /** 1 is on, 0 is off, -1 is neither. */
  toggleState: number;
  /** The keys shown beside it, as `Control+Alt+t`; empty if there are none. */
  shortcut: string;
  children: MenuItem[];
}

/** Labels from the top of the menu to an item, or a test for the item wherever it is. */
export type MenuPath = readonly (string | RegExp)[] | ((item: MenuItem) => boolean);

function unwrap(value: unknown): unknown {
  return value instanceof Variant ? (value.value as unknown) : value;
}

/** In a label `_` marks the access key and `__` stands for one `_`. */
function withoutAccessKey(label: string): string {
  return label.replace(/_(.?)/g, '$1');
}

/** Reads one `(ia{sv}av)` of a GetLayout answer. */
export function readMenuItem(layout: unknown): MenuItem {
  const [id, properties, children] = unwrap(layout) as [number, Record<string, unknown>, unknown[]];
  const get = <T>(name: string, whenAbsent: T): T =>
    name in properties ? (unwrap(properties[name]) as T) : whenAbsent;
  return {
    id,
    label: withoutAccessKey(get('label', '')),
    enabled: get('enabled', true),
    visible: get('visible', true),
    type: get<MenuItem['type']>('type', 'standard'),
    toggleType: get('toggle-type', ''),
    toggleState: get('toggle-state', -1),
    shortcut: get<string[][]>('shortcut', [])
      .map((keys) => keys.join('+'))
      .join(' '),
    children: children.map(readMenuItem),
  };
}

function matches(label: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? label === wanted : wanted.test(label);
}

/** The first visible item on the path. */
export function findMenuItem(menu: readonly MenuItem[], path: MenuPath): MenuItem | undefined {
  const visible = menu.filter((item) => item.visible);
  if (typeof path === 'function') {
    return visible.find(path) ?? visible.map(({ children }) => findMenuItem(children, path)).find(Boolean);
  }
  const [wanted, ...rest] = path;
  const found = visible.filter(({ label }) => wanted !== undefined && matches(label, wanted));
  return rest.length === 0
    ? found[0]
    : found.map(({ children }) => findMenuItem(children, rest)).find(Boolean);
}

/** The labels of a menu, separators as `-`, submenus indented: good to compare and to read in a failure. */
export function menuOutline(menu: readonly MenuItem[]): string[] {
  return menu
    .filter((item) => item.visible)
    .flatMap(({ type, label, children }) => [
      type === 'separator' ? '-' : label,
      ...menuOutline(children).map((line) => `  ${line}`),
    ]);
}
