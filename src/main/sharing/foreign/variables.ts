import { isSecretValue } from '../secrets';

export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly isSecret?: boolean;
}

const reference = /\{\{([^{}]{1,200})\}\}/g;

/** How often a value may lead to another one. */
const longestChain = 10;
/** Longer values fill in nothing that anybody would send, and may double each other. */
const longestValue = 5000;

/** `{{variables}}` as Postman and REST Client write them. Secrets are not filled in: they stay as places to fill in. */
export class Variables {
  private readonly values = new Map<string, string>();
  /** Those that were filled in themselves. */
  private readonly filled = new Map<string, string | undefined>();

  constructor(variables: readonly Variable[]) {
    for (const { name, value, isSecret = false } of variables)
      if (!isSecret && value.length <= longestValue && !isSecretValue(name, value))
        this.values.set(name, value);
  }

  /** Fills in what is known; the rest becomes `{placeholders}`. The outcome has `most` characters. */
  fill(text: string, most = longestValue): string {
    return this.replaced(text.slice(0, most), most, 0).slice(0, most);
  }

  private replaced(text: string, most: number, step: number): string {
    let length = text.length;
    return text.replace(reference, (_whole, name: string) => {
      const value = this.find(name, step) ?? `{${placeholderOf(name)}}`;
      length += value.length;
      return length > most + text.length ? '' : value;
    });
  }

  private find(name: string, step: number): string | undefined {
    const wanted = name.trim().replace(/^\$shared\s+/, '');
    if (this.filled.has(wanted)) return this.filled.get(wanted);
    const value = this.values.get(wanted);
    if (value === undefined || step >= longestChain) return undefined;
    // Whoever leads back to it finds nothing.
    this.filled.set(wanted, undefined);
    const outcome = this.replaced(value, longestValue, step + 1);
    this.filled.set(wanted, outcome);
    return outcome;
  }
}

/** A name that can stand in braces: `$processEnv API_HOST` becomes `API_HOST`. */
function placeholderOf(name: string): string {
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  const fitting = last.replace(/[^\w-]/g, '');
  return /^[A-Za-z]/.test(fitting) ? fitting : 'value';
}
