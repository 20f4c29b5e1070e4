/** Arrays, too: what a repair looks for in it, they do not have. */
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
