const placeholder = /\{([A-Za-z][\w-]{0,99})\}/;

/** A text cut at its `{placeholders}`: every second part is one, without its braces. */
export const placeholderParts = (text: string): readonly string[] => text.split(new RegExp(placeholder, 'g'));

/** What the account in use says; the person is asked for the others. */
export const filledByAccount: ReadonlySet<string> = new Set(['subscriptionId', 'tenantId']);
