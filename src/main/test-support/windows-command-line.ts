/**
 * What cmd.exe, at its prompt, makes of a line before it runs a program: variables first, then quotation marks and `^`.
 * https://ss64.com/nt/syntax-percent.html, https://ss64.com/nt/syntax-esc.html
 * @throws where it would do more than run one program
 */
export function throughCmd(line: string, variables: readonly string[]): string {
  const expanded = expand(line.replaceAll('\r', ''), variables);
  let quoted = false;
  let result = '';
  for (let at = 0; at < expanded.length; at += 1) {
    const character = expanded.charAt(at);
    if (character === '^' && !quoted) {
      at += 1;
      // At the end of a line, the next line begins with a character that means itself.
      if (expanded.charAt(at) === '\n') at += 1;
      result += expanded.charAt(at);
      continue;
    }
    if (character === '\n') throw new Error(`cmd.exe runs a second line: ${expanded.slice(at)}`);
    if (character === '"') quoted = !quoted;
    else if (!quoted && /[&|<>()]/.test(character)) throw new Error(`cmd.exe takes ${character} as its own`);
    result += character;
  }
  return result;
}

function expand(line: string, variables: readonly string[]): string {
  let result = '';
  for (let at = 0; at < line.length; at += 1) {
    const end = line.charAt(at) === '%' ? line.indexOf('%', at + 1) : -1;
    const [name = ''] = line.slice(at + 1, Math.max(end, 0)).split(':');
    if (end > 0 && variables.includes(name.toUpperCase())) {
      result += '" & expanded & "';
      at = end;
    } else result += line.charAt(at);
  }
  return result;
}

/**
 * How a C program on Windows takes its command line apart:
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function windowsArguments(line: string): string[] {
  const found: string[] = [];
  let current: string | undefined;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    at += slashes;
    const character = line[at] ?? '';
    if (character !== '"') {
      if (slashes > 0) current = (current ?? '') + '\\'.repeat(slashes);
      if ((character === ' ' || character === '\t') && !quoted) {
        if (current !== undefined) found.push(current);
        current = undefined;
      } else current = (current ?? '') + character;
      continue;
    }
    current = (current ?? '') + '\\'.repeat(Math.floor(slashes / 2));
    if (slashes % 2 === 1) current += '"';
    else if (quoted && line[at + 1] === '"') {
      current += '"';
      at += 1;
    } else quoted = !quoted;
  }
  return current === undefined ? found : [...found, current];
}
