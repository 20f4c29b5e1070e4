import { expect, it } from 'vitest';
import { byRelevance } from './relevance';

const preset = (name: string, pinned: boolean, lastUsedOn?: number) => ({
  name,
  pinned,
  ...(lastUsedOn === undefined ? {} : { lastUsedOn }),
});

const names = (presets: readonly ReturnType<typeof preset>[]): string =>
  byRelevance(presets)
    .map(({ name }) => name)
    .join(' ');

it('puts pinned presets first, then those used last, then the rest', () => {
  const list = [
    preset('storage', false),
    preset('vault', false, 10),
    preset('graph', true),
    preset('devops', false, 20),
    preset('orders', false),
  ];
  expect(names(list)).toBe('graph devops vault storage orders');
});

it('leaves pinned presets in list order, however they are used', () => {
  const list = [
    preset('graph', true, 1),
    preset('vault', true, 3),
    preset('orders', true),
    preset('a', false, 2),
  ];
  expect(names(list)).toBe('graph vault orders a');
});

it('keeps list order where nothing was used, and the list as it is', () => {
  const list = ['d', 'b', 'c', 'a'].map((name) => preset(name, false));
  expect(names(list)).toBe('d b c a');
  expect(list.map(({ name }) => name).join('')).toBe('dbca');
  expect(byRelevance([])).toEqual([]);
});
