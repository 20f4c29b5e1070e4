let text = '';

/** What the page's field holds when it opens next: what somebody has typed before. */
export function startCatalogueWith(typed: string): void {
  text = typed;
}

/** Only the first opening gets it. */
export function takeCatalogueStart(): string {
  const taken = text;
  text = '';
  return taken;
}
