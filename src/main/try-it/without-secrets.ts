const replacement = '[token]';

/** Shorter ones could be anything; tokens are far longer. */
const shortestSecret = 16;

/** How the same text stands in bytes: a service may answer in UTF-16. */
const encodings = ['utf8', 'utf16le'] as const;

/**
 * The bytes of an answer without the secrets that the request had in it, wherever the answer echoes them.
 * @param isCut the answer goes on: what it ends with may be the beginning of a secret
 */
export function withoutSecrets(bytes: Buffer, secrets: readonly string[], isCut: boolean): Buffer {
  let result = bytes;
  for (const secret of secrets.filter(({ length }) => length >= shortestSecret)) {
    for (const form of formsOf(secret)) result = withoutOne(result, form, isCut);
  }
  return result;
}

/** The same for a text: a header, an address. */
export const textWithoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter(({ length }) => length >= shortestSecret)
    .reduce((result, secret) => result.replaceAll(secret, replacement), text);

interface Form {
  readonly secret: Buffer;
  readonly replacement: Buffer;
}

function formsOf(secret: string): readonly Form[] {
  const forms = encodings.map((encoding) => ({
    secret: Buffer.from(secret, encoding),
    replacement: Buffer.from(replacement, encoding),
  }));
  // Node knows UTF-16 with the small end first only.
  const [, little] = forms;
  if (little === undefined) return forms;
  const big = {
    secret: Buffer.from(little.secret).swap16(),
    replacement: Buffer.from(little.replacement).swap16(),
  };
  return [...forms, big];
}

function withoutOne(bytes: Buffer, form: Form, isCut: boolean): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(form.secret); at >= 0; at = bytes.indexOf(form.secret, from)) {
    parts.push(bytes.subarray(from, at), form.replacement);
    from = at + form.secret.length;
  }
  const rest = bytes.subarray(from);
  const begun = isCut ? beginningAtEnd(rest, form.secret) : 0;
  if (parts.length === 0 && begun === 0) return bytes;
  return Buffer.concat([...parts, begun === 0 ? rest : rest.subarray(0, rest.length - begun)]);
}

/** How many bytes at the end are the beginning of the secret. */
function beginningAtEnd(bytes: Buffer, secret: Buffer): number {
  for (let length = Math.min(secret.length - 1, bytes.length); length > 0; length -= 1) {
    if (bytes.subarray(bytes.length - length).equals(secret.subarray(0, length))) return length;
  }
  return 0;
}
