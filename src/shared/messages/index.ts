import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en';

/** The locale of the one catalogue there is; dates and plurals follow it. */
export const locale = 'en';

type Catalogue = typeof en;
export type MessageKey = keyof Catalogue;

/** The argument names of an ICU message. Only top-level and plural arguments; a branch's text must contain `#`. */
type ArgumentNames<Message extends string> = Message extends `${string}{${infer Rest}`
  ? Rest extends `${infer Name}}${infer After}`
    ? ArgumentName<Name> | ArgumentNames<After>
    : never
  : never;
type ArgumentName<Text extends string> = Text extends `${infer Name},${string}`
  ? SimpleName<Name>
  : SimpleName<Text>;
type SimpleName<Text extends string> = Text extends `${string}${' ' | '#'}${string}` ? never : Text;

export type MessageArguments<Key extends MessageKey> = Readonly<
  Record<ArgumentNames<Catalogue[Key]>, string | number>
>;

/** Arguments may be left out only where the message has none. */
type Rest<Key extends MessageKey> = keyof MessageArguments<Key> extends never ? [] : [MessageArguments<Key>];

const compiled = new Map<MessageKey, IntlMessageFormat>();

/** The text for a key. Compiled once per key. */
export function t<Key extends MessageKey>(key: Key, ...rest: Rest<Key>): string {
  let format = compiled.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(en[key], locale, undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format(rest[0]));
}
