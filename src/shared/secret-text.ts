// A JSON Web Token begins with `{"` in base64url, and has at least three parts (RFC 7515, section 7.1; RFC 7516 has five).
const jsonWebToken = /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/;

// The form of the secrets that Entra makes for app registrations since 2021.
const clientSecret = /^[\w~.-]{3}\dQ~[\w~.-]{31,34}$/;

/** Whether a token was pasted into a text that is not kept secret. */
export const holdsToken = (text: string): boolean => jsonWebToken.test(text);

/** Whether a whole word is a client secret. */
export const isClientSecret = (word: string): boolean => clientSecret.test(word);
