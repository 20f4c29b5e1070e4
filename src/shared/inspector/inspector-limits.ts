/** In UTF-16 code units. The longest tokens that Entra gives have some 16,000; what is pasted may have more around it. */
export const longestInspected = 262_144;
