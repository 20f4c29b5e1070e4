import type { SnippetInput } from './snippet-input';

/**
 * A file that Postman imports as an environment; `{{token}}` then is the token in it.
 * https://learning.postman.com/docs/sending-requests/variables/managing-environments/
 */
export function postmanEnvironment(input: SnippetInput): string {
  const { presetName, request, scopes, token } = input;
  const baseUrl = request === undefined ? undefined : /^https?:\/\/[^/?#]*/i.exec(request.url)?.[0];
  const values = [
    { key: 'token', value: token.accessToken, type: 'secret' },
    ...(baseUrl === undefined ? [] : [plain('baseUrl', baseUrl)]),
    plain('scope', scopes.join(' ')),
    plain('tenantId', token.tenantId),
    ...(token.subscriptionId === undefined ? [] : [plain('subscriptionId', token.subscriptionId)]),
    plain('expiresOn', new Date(token.expiresOn).toISOString()),
  ];
  const environment = {
    name: presetName,
    values: values.map((value) => ({ ...value, enabled: true })),
    _postman_variable_scope: 'environment',
  };
  return JSON.stringify(environment, undefined, 2);
}

const plain = (key: string, value: string) => ({ key, value, type: 'default' });
