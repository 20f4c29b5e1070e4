/** Of sample requests. Apart from the schemas, so that pages can offer the choice without zod. */
export const requestMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type RequestMethod = (typeof requestMethods)[number];
