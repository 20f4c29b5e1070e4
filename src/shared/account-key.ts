/**
 * Names an account among those of all client applications: the same person may be signed in to several of them, with
 * tokens of their own in each.
 */
export const accountKey = (clientApplicationId: string, accountId: string): string =>
  `${clientApplicationId}/${accountId}`;

/** The way back. Ids of client applications hold no slash; those of accounts may. */
export function parseAccountKey(
  key: string,
): { readonly clientApplicationId: string; readonly accountId: string } | undefined {
  const slash = key.indexOf('/');
  if (slash <= 0 || slash === key.length - 1) return undefined;
  return { clientApplicationId: key.slice(0, slash), accountId: key.slice(slash + 1) };
}
