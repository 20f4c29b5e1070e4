/** Moves the focus to the field called `name`. */
export function focusField(form: HTMLFormElement | null, name: PropertyKey): void {
  const field = form?.elements.namedItem(String(name));
  const first = field instanceof RadioNodeList ? field[0] : field;
  if (first instanceof HTMLElement) first.focus();
}
