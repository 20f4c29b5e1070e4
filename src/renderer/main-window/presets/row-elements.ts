/** The rows of the list as elements: only some of them are drawn. */

export const rowWith = (list: HTMLElement | null, presetId: string | undefined): HTMLElement | undefined =>
  presetId === undefined
    ? undefined
    : (list?.querySelector<HTMLElement>(`[data-preset-id="${presetId}"]`) ?? undefined);

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

/** Gives a row the focus and brings it into view by the shortest way: by itself, the focus would put it in the middle. */
export function focusRow(row: HTMLElement | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
