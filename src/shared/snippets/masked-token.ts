/** Takes the token's place in previews: pages never have one. It is ASCII, so that no format writes it in another way. */
export const tokenStandIn = 'eyJ0eXAiHIDDEN';

/** What is seen of it. */
export const maskedToken = 'eyJ0eXAi…';
