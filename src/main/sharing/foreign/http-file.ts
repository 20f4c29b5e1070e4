import { isSecretValue } from '../secrets';
import { found, foundRequest, foundVariable, type ForeignRequest, type Found } from './found';
import { Variables, type Variable } from './variables';

/**
 * A `.http` or `.rest` file, as VS Code's REST Client, Visual Studio and JetBrains' editors have it:
 * https://github.com/Huachao/vscode-restclient#usage
 */

const variableLine = /^\s*@([^\s=]{1,100})\s*=\s*(.*)$/;
const requestLine = /^\s*(?:([A-Z]{3,10})\s+)?((?:https?:\/\/|\{\{)\S.*?)(?:\s+HTTP\/[\d.]+)?\s*$/;
const nameLine = /^\s*(?:#|\/\/)\s*@name\s*=?\s*(\S.*)$/;
const commentLine = /^\s*(?:#|\/\/)/;
const separator = /^\s*###+\s*(.*)$/;

/** No address is that long, and patterns take their time with what is. */
const longestLine = 8192;

const linesOf = (text: string): readonly string[] =>
  text.split(/\r\n|\r|\n/).map((line) => (line.length > longestLine ? '' : line));

/** Whether a text that is no JSON is one: by a line that only such a file has. */
export function isHttpFile(text: string): boolean {
  return linesOf(text).some(
    (line) => (requestLine.test(line) && /^\s*([A-Z]|https:)/.test(line)) || variableLine.test(line),
  );
}

export function readHttpFile(text: string): Found {
  const lines = linesOf(text);
  const variables: Variable[] = [];
  for (const line of lines) {
    const match = variableLine.exec(line);
    if (match !== null) variables.push({ name: match[1] ?? '', value: (match[2] ?? '').trim() });
  }
  const known = new Variables(variables);
  const requests = requestsOf(lines);
  // An address that requests use is not an API of its own.
  const usedNames = new Set(
    requests.flatMap(({ url }) =>
      [...url.matchAll(/\{\{([^{}]{1,200})\}\}/g)].map(([, name = '']) => name.trim()),
    ),
  );
  return found(undefined, [
    ...variables
      .filter(({ name, value }) => !usedNames.has(name) || isSecretValue(name, value))
      .map(
        ({ name, value }) =>
          () =>
            foundVariable(name, value, false, known),
      ),
    ...requests.map((request) => () => foundRequest(request, known)),
  ]);
}

function requestsOf(lines: readonly string[]): readonly ForeignRequest[] {
  const blocks: { title: string; lines: string[] }[] = [{ title: '', lines: [] }];
  for (const line of lines) {
    const match = separator.exec(line);
    if (match === null) blocks.at(-1)?.lines.push(line);
    else blocks.push({ title: (match[1] ?? '').trim(), lines: [] });
  }
  return blocks.flatMap(({ title, lines: block }) => {
    const request = requestOf(title, block);
    return request === undefined ? [] : [request];
  });
}

function requestOf(title: string, lines: readonly string[]): ForeignRequest | undefined {
  const at = lines.findIndex(
    (line) => line.trim() !== '' && !commentLine.test(line) && !variableLine.test(line),
  );
  const match = requestLine.exec(lines[at] ?? '');
  if (match === null) return undefined;
  const named = lines
    .slice(0, at)
    .map((line) => nameLine.exec(line)?.[1]?.trim())
    .find((name) => name !== undefined);
  const [, method = 'GET', firstLine = ''] = match;
  let url = firstLine;
  let next = at + 1;
  // A long query goes on over several lines.
  for (; /^\s+[?&]/.test(lines[next] ?? ''); next += 1) url += (lines[next] ?? '').trim();
  const headers: { name: string; value: string }[] = [];
  for (; next < lines.length && (lines[next] ?? '').trim() !== ''; next += 1) {
    const line = lines[next] ?? '';
    const colon = line.indexOf(':');
    if (!commentLine.test(line) && colon > 0)
      headers.push({ name: line.slice(0, colon), value: line.slice(colon + 1) });
  }
  const body = lines.slice(next).join('\n').trim();
  return {
    name: named ?? title,
    method,
    url,
    headers,
    // What stands in another file, or is a script, is not here.
    ...(body === '' || /^[<>]/.test(body) ? {} : { body }),
  };
}
