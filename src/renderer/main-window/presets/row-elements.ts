/** The rows of the list as elements, in the order shown. The DOM is asked, so that no second list is kept. */

export const rowsIn = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[data-preset-id]'),
];

export const rowOf = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-preset-id]') : null) ?? undefined;

export const presetIdOf = (row: HTMLElement | undefined): string | undefined => row?.dataset['presetId'];

/** The row itself and its buttons, from left to right. */
export const stopsIn = (row: HTMLElement): readonly HTMLElement[] => [
  row,
  ...row.querySelectorAll<HTMLElement>('button'),
];

/** The element `by` places after `from`; `undefined` beyond the ends. */
export function neighbour(
  elements: readonly HTMLElement[],
  from: EventTarget | null,
  by: 1 | -1,
): HTMLElement | undefined {
  const index = elements.findIndex((element) => element === from);
  return index < 0 ? undefined : elements[index + by];
}
