import { acceleratorWords } from '../../../shared/accelerator';
import type { CopyFormat } from '../../../shared/copy-format';
import type { CommandArguments, CommandName } from '../../../shared/ipc';
import { t } from '../../../shared/messages';
import { copiedFormatWords, formatWords } from '../../../shared/messages/format-words';
import { coarseWords } from '../../../shared/messages/time-words';
import { isOffered, offerOf, quickFormats, type FormatFacts } from '../../../shared/offered-formats';
import { byRelevance } from '../../../shared/relevance';
import type {
  AccountView,
  ClipboardView,
  PresetView,
  SettingsView,
  Snapshot,
} from '../../../shared/snapshot';
import { resourceLabel, scopeForResource } from '../../../shared/scopes';
import { tokenStatus } from '../../../shared/token-status';
import { leftInSlot, withinWords } from './tray-clock';
import { endsWithoutPerson } from './tray-icon';
import { menuText, shortName } from './tray-label';
import { trayRows } from './tray-rows';

/** A command with what it needs, as a menu item carries it. */
export type TrayCommand = {
  [Name in CommandName]: { readonly name: Name; readonly args: CommandArguments<Name> };
}[CommandName];

/** One line of the tray menu, without Electron. */
export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | CommandItem
  | {
      readonly kind: 'radio';
      readonly label: string;
      readonly checked: boolean;
      readonly command: TrayCommand;
      readonly toolTip?: string;
    }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly items: readonly TrayItem[];
      readonly toolTip?: string;
    };

interface CommandItem {
  readonly kind: 'command';
  readonly label: string;
  readonly command: TrayCommand;
  /** The whole of a label that had to be cut. Only macOS shows it. */
  readonly toolTip?: string;
  /** Shown only: it is a global hotkey, which works without the menu. */
  readonly accelerator?: string;
}

const separator: TrayItem = { kind: 'separator' };

/** The whole menu, from top to bottom. Pure: the same snapshot and time give the same menu. */
export function trayMenu(snapshot: Snapshot, now: number, platform: NodeJS.Platform): readonly TrayItem[] {
  const open = command(t('tray.open'), { name: 'openMainWindow', args: {} });
  const settings = command(t('tray.settings'), { name: 'showPage', args: { page: 'settings' } });
  const quit = command(t('tray.quit'), { name: 'quit', args: {} });
  if (snapshot.page === 'welcome') {
    const setUp = command(t('tray.set-up'), { name: 'showPage', args: { page: 'main' } });
    return [setUp, separator, open, settings, quit];
  }
  const hotkey = hotkeys(snapshot.settings, platform);
  const parts = [
    [...whoIsSignedIn(snapshot), ...signInItems(snapshot, now), ...wishItems(snapshot)],
    presetItems(snapshot, now, hotkey),
    clipboardItems(snapshot, now, hotkey),
    [quickCopy(snapshot.settings, hotkey), open, settings, quit],
  ];
  return parts
    .filter((items) => items.length > 0)
    .flatMap((items, index) => (index === 0 ? items : [separator, ...items]));
}

function whoIsSignedIn(snapshot: Snapshot): readonly TrayItem[] {
  const { account, cloudName, signIn } = snapshot;
  if (account === undefined)
    return [{ kind: 'text', label: t('tray.signed-out') }, ...otherAccounts(snapshot)];
  const { tenantName: tenant } = account;
  const where = cloudName === undefined ? tenant : t('tray.where', { tenant, cloud: cloudName });
  const addAccount = command(t('tray.add-account'), { name: 'signIn', args: {} });
  return [
    {
      kind: 'submenu',
      ...cut(account.name, (name) => t('tray.account', { name, tenant: shortName(tenant) })),
      items: [
        { kind: 'text', label: menuText(shortName(where)) },
        separator,
        ...accountItems(snapshot),
        ...tenantItems(snapshot, account),
        // Whoever is asked to sign in already has nothing to add.
        ...(signIn === undefined ? [separator, addAccount] : []),
      ],
    },
  ];
}

/** Programs that wait for an answer. The page has the buttons: a press in a menu is too quick for letting somebody in. */
function wishItems({ endpoint: { waiting } }: Snapshot): readonly TrayItem[] {
  const [first, ...others] = waiting;
  if (first === undefined) return [];
  const programs = new Set(waiting.map(({ consumerId }) => consumerId)).size;
  const api = shortName(resourceLabel([scopeForResource(first.resource)]));
  const label =
    others.length === 0
      ? cut(first.consumerName, (name) => t('tray.wish', { name, api }))
      : { label: t('tray.wishes', { count: programs }) };
  return [{ kind: 'command', ...label, command: { name: 'showPage', args: { page: 'automation' } } }];
}

/** Somebody may be signed in to another client application than the one in use. */
const otherAccounts = (snapshot: Snapshot): readonly TrayItem[] =>
  snapshot.accounts.length === 0
    ? []
    : [{ kind: 'submenu', label: t('tray.other-accounts'), items: accountItems(snapshot) }];

/** All accounts; below the name of their client application where there are several. */
function accountItems({ account, accounts, clientApplications }: Snapshot): readonly TrayItem[] {
  const items = (of: readonly AccountView[]): readonly TrayItem[] =>
    of.map((each) => accountItem(each, each.id === account?.id));
  if (clientApplications.length < 2) return items(accounts);
  return clientApplications.flatMap(({ id, name }) => {
    const own = accounts.filter(({ clientApplicationId }) => clientApplicationId === id);
    return own.length === 0
      ? []
      : [{ kind: 'text', label: menuText(shortName(name)) } as const, ...items(own)];
  });
}

/** The tenants of the account in use, where there is a choice. */
function tenantItems({ tenants }: Snapshot, account: AccountView): readonly TrayItem[] {
  if (tenants.length < 2) return [];
  const items = tenants.map(({ id, name, isCurrent }): TrayItem => ({
    kind: 'radio',
    ...cut(name, (shown) => shown),
    checked: isCurrent,
    command: { name: 'selectTenant', args: { accountId: account.id, tenantId: id } },
  }));
  return [separator, { kind: 'submenu', label: t('tray.tenant'), items }];
}

const accountItem = ({ id, name, username, tenantName }: AccountView, checked: boolean): TrayItem => ({
  kind: 'radio',
  ...cut(name, (shown) =>
    t('tray.account-choice', {
      name: shown,
      username: shortName(username),
      tenant: shortName(tenantName),
    }),
  ),
  checked,
  command: { name: 'selectAccount', args: { accountId: id } },
});

function signInItems({ account, presets, signIn }: Snapshot, now: number): readonly TrayItem[] {
  if (signIn !== undefined) {
    return [
      command(t('tray.signing-in'), { name: 'openMainWindow', args: {} }),
      command(t('tray.cancel-sign-in'), { name: 'cancelSignIn', args: {} }),
    ];
  }
  if (account === undefined) return [command(t('tray.sign-in'), { name: 'signIn', args: {} })];
  // A click on a preset whose token has ended signs in; on this one it would still copy.
  const [waiting] = byRelevance(
    presets.filter(
      (preset) => endsWithoutPerson(preset) && tokenStatus(preset, now).name !== 'sign-in-needed',
    ),
  );
  if (waiting === undefined) return [];
  return [
    {
      kind: 'command',
      ...cut(waiting.name, (name) => t('tray.sign-in-for', { name })),
      command: { name: 'signInForPreset', args: { presetId: waiting.id } },
    },
  ];
}

function presetItems(snapshot: Snapshot, now: number, hotkey: WithHotkey): readonly TrayItem[] {
  const { presets } = snapshot;
  if (presets.length === 0) return [];
  const offer = offerOf(snapshot);
  const formatsOf = byFacts((facts) =>
    quickFormats(offer, facts).map((format) => ({ format, label: formatLabel(format, snapshot) })),
  );
  const { flat, more, hasOthers } = trayRows(presets);
  const copy = (preset: PresetView): TrayItem => {
    const status = statusWords(preset, now);
    const label = cut(preset.name, (name) => t('tray.preset', { name, status }));
    const what = { name: 'copyInDefaultFormat', args: { presetId: preset.id } } as const;
    return hotkey({ kind: 'command', ...label, command: what }, preset.hotkey);
  };
  // Below, no time is said: what stays as it is need not be built again.
  const rows = flat.map((preset) => ({
    presetId: preset.id,
    facts: preset,
    name: cut(preset.name, (name) => name),
  }));
  const curl = rows
    .filter(({ facts }) => isOffered('curl', offer, facts))
    .map(({ name, presetId }): TrayItem => ({
      kind: 'command',
      ...name,
      command: copyCommand(presetId, 'curl'),
    }));
  const copyAs = rows.map(({ name, presetId, facts }): TrayItem => ({
    kind: 'submenu',
    ...name,
    items: formatsOf(facts).map(({ format, label }) => command(label, copyCommand(presetId, format))),
  }));
  const all = command(t('tray.all-presets'), { name: 'showPage', args: { page: 'main' } });
  const withOthers = (items: readonly TrayItem[], others: boolean): readonly TrayItem[] =>
    others ? [...items, separator, all] : items;
  const submenus: readonly { readonly label: string; readonly items: readonly TrayItem[] }[] = [
    { label: t('tray.more'), items: withOthers(more.map(copy), hasOthers) },
    { label: t('tray.copy-as-curl'), items: curl.length === 0 ? [] : withOthers(curl, more.length > 0) },
    { label: t('tray.copy-as'), items: withOthers(copyAs, more.length > 0) },
  ];
  return [
    ...flat.map(copy),
    ...submenus
      .filter(({ items }) => items.length > 0)
      .map((submenu): TrayItem => ({ kind: 'submenu', ...submenu })),
  ];
}

/** A template has a name that somebody gave. */
const formatLabel = (format: CopyFormat, { templates }: Snapshot): string =>
  menuText(shortName(formatWords(format, templates)));

/** The same for all presets that are the same in this: there are few kinds, and many presets. */
function byFacts<Value>(valueOf: (facts: FormatFacts) => Value): (facts: FormatFacts) => Value {
  const known = new Map<string, Value>();
  return (facts) => {
    const key = `${facts.delivery} ${String(facts.hasRequests)}`;
    const value = known.get(key) ?? valueOf(facts);
    known.set(key, value);
    return value;
  };
}

const copyCommand = (presetId: string, format: CopyFormat): TrayCommand =>
  format === 'token'
    ? { name: 'copyToken', args: { presetId } }
    : { name: 'copySnippet', args: { presetId, format } };

function clipboardItems(snapshot: Snapshot, now: number, hotkey: WithHotkey): readonly TrayItem[] {
  const { clipboard } = snapshot;
  return [
    ...copyAgain(snapshot, hotkey),
    ...(clipboard === undefined
      ? []
      : [command(clearWords(clipboard, now), { name: 'clearClipboard', args: {} })]),
  ];
}

/** What was copied last, or what was to be copied and another program kept the clipboard from. */
function copyAgain(
  { copyFailed, lastCopy, presets, settings }: Snapshot,
  hotkey: WithHotkey,
): readonly TrayItem[] {
  const failed = presets.some(({ id }) => id === copyFailed?.presetId) ? copyFailed : undefined;
  const copy = failed ?? lastCopy;
  if (copy === undefined) return [];
  const format = shortName(copiedFormatWords(copy));
  const label = cut(copy.presetName, (name) => t('tray.copy-last', { name, format }));
  // The hotkey would copy what was copied before.
  if (failed !== undefined)
    return [{ kind: 'command', ...label, command: copyCommand(failed.presetId, failed.format) }];
  const last = { kind: 'command', ...label, command: { name: 'copyLast', args: {} } } as const;
  return [hotkey(last, settings.values.copyLastHotkey)];
}

/**
 * A menu that is rebuilt every second cannot be used, so this says when the clipboard is cleared at the latest. It stays
 * true while the time goes by.
 */
function clearWords({ clearsOn }: ClipboardView, now: number): string {
  // It is still there when another program holds the clipboard at that moment.
  if (clearsOn === undefined || clearsOn <= now) return t('tray.clear-clipboard');
  return t('tray.clear-clipboard.within', { span: withinWords(clearsOn - now) });
}

function quickCopy({ values }: SettingsView, hotkey: WithHotkey): TrayItem {
  const item = command(t('tray.quick-copy'), { name: 'openPalette', args: {} });
  return hotkey(item, values.paletteHotkey);
}

/** An item with the global hotkey that does the same, unless the system did not give it: it would do nothing. */
type WithHotkey = (item: CommandItem, accelerator: string | null | undefined) => CommandItem;

const hotkeys =
  ({ hotkeyProblems }: SettingsView, platform: NodeJS.Platform): WithHotkey =>
  (item, accelerator) => {
    if (accelerator === null || accelerator === undefined || Object.hasOwn(hotkeyProblems, accelerator))
      return item;
    // To a panel on Linux, Chromium names a key by the character it writes: F9 and Home would be missing.
    if (platform !== 'linux' || writesCharacter.test(accelerator)) return { ...item, accelerator };
    const keys = acceleratorWords(accelerator, platform);
    return { ...item, label: t('tray.with-hotkey', { label: item.label, keys }) };
  };

const writesCharacter = /(^|\+)[^+]$/;

function statusWords(preset: PresetView, now: number): string {
  const status = tokenStatus(preset, now);
  switch (status.name) {
    case 'valid':
    case 'expiring': {
      const time = coarseWords(leftInSlot(status.expiresOn ?? now, now));
      return endsWithoutPerson(preset) ? t('tray.status.then-sign-in', { time }) : time;
    }
    case 'none':
    case 'acquiring':
    case 'expired':
    case 'sign-in-needed':
    case 'failed':
      return t(`tray.status.${status.name}`);
  }
}

const command = (label: string, what: TrayCommand): CommandItem => ({
  kind: 'command',
  label,
  command: what,
});

/** A label with a name in it, and the whole name where that was too long. */
function cut(
  name: string,
  words: (name: string) => string,
): { readonly label: string; readonly toolTip?: string } {
  const shown = shortName(name);
  const label = menuText(words(shown));
  return shown === name ? { label } : { label, toolTip: name };
}
