/** The header line as it goes over the wire: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export const authorizationHeader = (accessToken: string): string => `Authorization: Bearer ${accessToken}`;
