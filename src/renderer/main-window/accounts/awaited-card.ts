import { useEffect } from 'react';

let awaited: string | undefined;

/** Brings the card of this client application into view and puts the focus on it, once the page with it is there. */
export function awaitCard(clientApplicationId: string | undefined): void {
  awaited = clientApplicationId;
}

export const cardId = (clientApplicationId: string): string => `client-${clientApplicationId}`;

/** Makes `awaitCard` work, in the component that draws the cards. */
export function useAwaitedCard(): void {
  // After every drawing, since the page may be there already when the card is asked for.
  useEffect(() => {
    if (awaited === undefined) return;
    const card = document.getElementById(cardId(awaited));
    awaited = undefined;
    card?.focus();
    card?.scrollIntoView({ block: 'nearest' });
  });
}
