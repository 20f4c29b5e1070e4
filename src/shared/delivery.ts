/**
 * How a service takes its token. Most take it as a bearer token (RFC 6750); Cosmos DB's data plane has a header of its own
 * form, Container Registry exchanges it for one of its own first, and databases take it as a password, with no HTTP
 * request at all.
 */
export const deliveries = [
  'bearer',
  'cosmos',
  'container-registry',
  'sql',
  'postgresql',
  'mysql',
  'redis',
] as const;
export type Delivery = (typeof deliveries)[number];

const databases: ReadonlySet<Delivery> = new Set<Delivery>(['sql', 'postgresql', 'mysql', 'redis']);

/** Whether the token is the password of a database, so that there is no HTTP request. */
export const isPassword = (delivery: Delivery): boolean => databases.has(delivery);
