import { copyFormats, type CopyFormat } from '../../../shared/copy-format';
import type { CommandArguments, CommandName } from '../../../shared/ipc';
import { t } from '../../../shared/messages';
import { coarseWords } from '../../../shared/messages/time-words';
import type { PresetView, Snapshot } from '../../../shared/snapshot';
import { coarseSpanChangesIn } from '../../../shared/time-left';
import { tokenStatus } from '../../../shared/token-status';

/** A command with what it needs, as a menu item carries it. */
export type TrayCommand = {
  [Name in CommandName]: { readonly name: Name; readonly args: CommandArguments<Name> };
}[CommandName];

/** One line of the tray menu, without Electron. */
export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'command'; readonly label: string; readonly command: TrayCommand }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] };

/** How many presets stand in the menu itself; the rest is under "More". */
const flatPresets = 10;

/** The whole menu, from top to bottom. Pure: the same snapshot and time give the same menu. */
export function trayMenu(snapshot: Snapshot, now: number): readonly TrayItem[] {
  const foot: TrayItem[] = [
    { kind: 'command', label: t('tray.open'), command: { name: 'openMainWindow', args: {} } },
    { kind: 'command', label: t('tray.quit'), command: { name: 'quit', args: {} } },
  ];
  if (snapshot.page === 'welcome') {
    const setUp = { name: 'openMainWindow', args: {} } as const;
    return [{ kind: 'command', label: t('tray.set-up'), command: setUp }, separator, ...foot];
  }
  return [
    ...whoIsSignedIn(snapshot),
    separator,
    ...presetItems(snapshot.presets, now),
    ...clipboardItems(snapshot),
    separator,
    ...foot,
  ];
}

/** In how many ms a label of the menu will read differently, if nothing else happens. Infinity if never. */
export function trayMenuChangesIn({ presets }: Snapshot, now: number): number {
  const steps = presets.map(({ token }) =>
    token === undefined ? Infinity : coarseSpanChangesIn(token.expiresOn - now),
  );
  return Math.min(Infinity, ...steps);
}

const separator: TrayItem = { kind: 'separator' };

function whoIsSignedIn({ account, signIn }: Snapshot): readonly TrayItem[] {
  const who: TrayItem =
    account === undefined
      ? { kind: 'text', label: t('tray.signed-out') }
      : {
          kind: 'text',
          label: t('tray.account', { name: escape(account.name), tenant: escape(account.tenantName) }),
        };
  if (signIn !== undefined) {
    return [
      who,
      { kind: 'command', label: t('tray.signing-in'), command: { name: 'openMainWindow', args: {} } },
      { kind: 'command', label: t('tray.cancel-sign-in'), command: { name: 'cancelSignIn', args: {} } },
    ];
  }
  if (account !== undefined) return [who];
  return [who, { kind: 'command', label: t('tray.sign-in'), command: { name: 'signIn', args: {} } }];
}

function presetItems(presets: readonly PresetView[], now: number): readonly TrayItem[] {
  if (presets.length === 0) return [];
  const token = presets.map((preset): TrayItem => ({
    kind: 'command',
    label: t('tray.preset', { name: escape(preset.name), status: statusWords(preset, now) }),
    command: { name: 'copyToken', args: { presetId: preset.id } },
  }));
  const curl = presets.map((preset): TrayItem => ({
    kind: 'command',
    label: t('tray.preset', { name: escape(preset.name), status: statusWords(preset, now) }),
    command: { name: 'copySnippet', args: { presetId: preset.id, format: 'curl' } },
  }));
  const copyAs = presets.map((preset): TrayItem => ({
    kind: 'submenu',
    label: escape(preset.name),
    items: copyFormats.map((format): TrayItem => ({
      kind: 'command',
      label: t(`format.${format}`),
      command: copyCommand(preset.id, format),
    })),
  }));
  const rest = token.slice(flatPresets);
  return [
    ...token.slice(0, flatPresets),
    ...(rest.length === 0 ? [] : [{ kind: 'submenu', label: t('tray.more'), items: rest } as const]),
    { kind: 'submenu', label: t('tray.copy-as-curl'), items: curl },
    { kind: 'submenu', label: t('tray.copy-as'), items: copyAs },
  ];
}

const copyCommand = (presetId: string, format: CopyFormat): TrayCommand =>
  format === 'token'
    ? { name: 'copyToken', args: { presetId } }
    : { name: 'copySnippet', args: { presetId, format } };

function clipboardItems({ clipboard }: Snapshot): readonly TrayItem[] {
  if (clipboard === undefined) return [];
  return [
    separator,
    { kind: 'command', label: t('tray.clear-clipboard'), command: { name: 'clearClipboard', args: {} } },
  ];
}

function statusWords(preset: PresetView, now: number): string {
  const status = tokenStatus(preset, now);
  switch (status.name) {
    case 'valid':
    case 'expiring':
      return coarseWords((status.expiresOn ?? now) - now);
    case 'none':
    case 'acquiring':
    case 'expired':
    case 'sign-in-needed':
    case 'failed':
      return t(`tray.status.${status.name}`);
  }
}

/** A single `&` would make the next letter the item's mnemonic. */
const escape = (text: string): string => text.replaceAll('&', '&&');
