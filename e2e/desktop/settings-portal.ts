import { Variant } from 'dbus-next';
import type { Message } from 'dbus-next';
import type { Bus, Reply } from './bus';

/** What the person has chosen in the desktop's settings. */
export type ColorScheme = 'light' | 'dark' | 'no-preference';

const PATH = '/org/freedesktop/portal/desktop';
const SETTINGS = 'org.freedesktop.portal.Settings';
const NAMESPACE = 'org.freedesktop.appearance';
const KEY = 'color-scheme';
/** https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html */
const VALUES: Record<ColorScheme, number> = { 'no-preference': 0, dark: 1, light: 2 };

/** The desktop's settings, as far as programs ask for them: light or dark. */
export class SettingsPortal {
  private readonly bus: Bus;
  private colorScheme: ColorScheme;

  private constructor(bus: Bus, colorScheme: ColorScheme) {
    this.bus = bus;
    this.colorScheme = colorScheme;
  }

  static async start(bus: Bus, colorScheme: ColorScheme): Promise<SettingsPortal> {
    const portal = new SettingsPortal(bus, colorScheme);
    await bus.serve('org.freedesktop.portal.Desktop', {
      path: PATH,
      handle: (message) => portal.handle(message),
    });
    return portal;
  }

  /** Changes the setting, as a person would while the program runs. */
  setColorScheme(colorScheme: ColorScheme): void {
    this.colorScheme = colorScheme;
    this.bus.emit(PATH, SETTINGS, 'SettingChanged', 'ssv', [NAMESPACE, KEY, this.value()]);
  }

  private value(): Variant {
    return new Variant('u', VALUES[this.colorScheme]);
  }

  private handle({ interface: interfaceName, member, body }: Message): Reply | undefined {
    const [namespace, key] = body as unknown[];
    if (interfaceName !== SETTINGS || namespace !== NAMESPACE || key !== KEY) return undefined;
    if (member === 'ReadOne') return { signature: 'v', body: [this.value()] };
    // The older call wraps its answer twice.
    return member === 'Read' ? { signature: 'v', body: [new Variant('v', this.value())] } : undefined;
  }
}
