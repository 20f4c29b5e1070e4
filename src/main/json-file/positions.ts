import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { WrongPlace } from './problem';

export type JsonPath = readonly (string | number)[];

/** `clientApplications[1].tenant`, `presets[0].headers["x-ms-version"]` */
export function pathWords(path: JsonPath): string {
  return path
    .map((step) =>
      typeof step === 'number'
        ? `[${step}]`
        : /^[\w$]+$/.test(step)
          ? `.${step}`
          : `[${JSON.stringify(step)}]`,
    )
    .join('')
    .replace(/^\./, '');
}

/** The place of an offset (UTF-16 code units) in a text. */
export function placeAt(text: string, offset: number, path: JsonPath = []): WrongPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, path: pathWords(path) };
}

/** Where the value at a path begins, or what is nearest around it if it is missing. */
export function offsetOf(root: Node, path: JsonPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node.offset;
  }
  return root.offset;
}

/** Where a member's name stands. */
export function offsetOfName(root: Node, path: JsonPath): number {
  // A member's node is the property, whose first child is its name.
  return findNodeAtLocation(root, [...path])?.parent?.offset ?? offsetOf(root, path);
}

/** Members that an object has twice: JSON takes the last one without a word, and a person may mean the first. */
export function firstTwice(root: Node): { readonly name: string; readonly offset: number } | undefined {
  const waiting = [root];
  let first: { name: string; offset: number } | undefined;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const children = node.children ?? [];
    if (node.type === 'object') {
      const seen = new Set<string>();
      for (const { children: [name] = [] } of children) {
        const text = String(name?.value);
        if (name !== undefined && seen.has(text) && name.offset < (first?.offset ?? Infinity))
          first = { name: text, offset: name.offset };
        seen.add(text);
      }
    }
    for (const child of children) waiting.push(child);
  }
  return first;
}

/** A member that would not be one of the object's own when it is copied: a trap, or a mistake. */
export function firstPrototypeName(
  root: Node,
): { readonly name: string; readonly offset: number } | undefined {
  const waiting = [root];
  let first: { name: string; offset: number } | undefined;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { children = [] } = node;
    const [name] = children;
    if (node.type === 'property' && name?.value === '__proto__' && name.offset < (first?.offset ?? Infinity))
      first = { name: '__proto__', offset: name.offset };
    for (const child of children) waiting.push(child);
  }
  return first;
}
