/** The texts about claims challenges; the rules are those of `en.ts`. */
export const claims = {
  'claims.title': 'Answer a claims challenge',
  'claims.lead':
    'An API that refuses {name}’s token may say what it is missing. Paste its WWW-Authenticate header, or the claims in it.',
  'claims.field': 'Header or claims',
  'claims.example':
    'WWW-Authenticate: Bearer error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsi…"',
  'claims.asks': 'It asks for',
  'claims.source.header': 'Read from the WWW-Authenticate header.',
  'claims.source.query': 'Read from the claims in the address.',
  'claims.source.json': 'Read from the JSON.',
  'claims.source.base64': 'Read from the base64 text.',
  'claims.submit': 'Sign in and copy the token',
  'claims.cancel': 'Cancel',
  'claims.ask.context':
    'An extra step for this action ({values}), such as a second factor or a managed computer.',
  'claims.ask.policy': 'What an access policy of your organisation wants.',
  'claims.ask.newer-than':
    'A token from after {date}. Something about your account changed then: your password, your session or your risk.',
  'claims.ask.address':
    'A token for the network the API sees you on ({values}). You may have changed networks.',
  'claims.ask.second-factor': 'A second factor.',
  'claims.ask.device': 'A computer that your organisation manages.',
  'claims.ask.capability': 'A client that can answer when a token is withdrawn early. Token Tray can.',
  'claims.ask.other': '“{name}”, which only the API can explain.',
  'problem.claims-missing': 'Paste the header or the claims.',
  'problem.claims-too-long': 'That is too long for a header. Paste only the WWW-Authenticate line.',
  'problem.claims-not-in-header':
    'This header asks for no claims. Its token was refused for another reason: get a fresh token and try again.',
  'problem.claims-token-refused':
    'This header asks for no claims. The API says that the token is expired, withdrawn or meant for another API: get a fresh token and try again.',
  'problem.claims-scope-missing':
    'This header asks for no claims. The API says that the token lacks a permission: add the scope to the preset, or ask your administrator for it.',
  'problem.claims-other-scheme':
    'This header does not ask for a Bearer token, so there is nothing to answer here.',
  'problem.claims-not-json': 'This is neither a WWW-Authenticate header nor claims as JSON or base64.',
  'problem.claims-not-claims': 'There is nothing in here that a sign-in could bring.',
  'problem.claims-is-a-token':
    'This is a token. It was not kept and the field is empty again. Paste what the API answered to it.',
} as const satisfies Record<string, string>;
