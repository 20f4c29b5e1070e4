import { isGuid } from '../text-rules';

/** What a text that is no JSON Web Token looks like. Never what it is: only who has made it can tell. */
export type OpaqueHint =
  | 'guid'
  | 'refresh-token'
  | 'personal-account-token'
  | 'personal-access-token'
  | 'client-secret'
  | 'shared-access-signature'
  | 'account-key'
  | 'saml'
  | 'address'
  | 'words'
  | 'unknown';

const hints: readonly (readonly [Exclude<OpaqueHint, 'guid' | 'unknown'>, RegExp])[] = [
  // Refresh tokens and authorization codes of Entra have the same form; those of personal accounts begin with M.
  ['refresh-token', /^(?:[01]\.A[\w-]{2}[\w.!*$-]{30,}|M\.[A-Z]\d{2,3}_[\w.!*$-]{30,})$/],
  ['personal-account-token', /^(?:t=)?Ew[A-Z][\w+/-]{60,}/],
  // GitHub; Azure DevOps, old and new.
  ['personal-access-token', /^(?:gh[pousr]_\w{36,}|github_pat_\w{22,}|[a-z2-7]{52}|\w{75,80}AZDO\w{4})$/],
  ['client-secret', /^[\w~.-]{3}\dQ~[\w~.-]{31,34}$/],
  ['shared-access-signature', /(?:^|[?&])s(?:ig|r)=[^&]+&/],
  ['account-key', /^[A-Za-z\d+/]{86}==$/],
  ['saml', /^(?:<(?:\?xml|saml|[\w-]+:(?:Assertion|Response))|PHNhbW|PD94bW)/],
  ['address', /^https?:\/\/\S+$/i],
  ['words', /\s/],
];

export function opaqueHint(text: string): OpaqueHint {
  if (isGuid(text)) return 'guid';
  return hints.find(([, form]) => form.test(text))?.[0] ?? 'unknown';
}
