import type { Named, TokenFacts } from '../../../shared/inspector/token-facts';
import { t, type MessageKey } from '../../../shared/messages';
import { exactTime } from '../../time/exact-time';
import type { Fact } from '../identity/FactList';

/** Ways to show who one is that there are words for. */
const methods = ['pwd', 'mfa', 'ngcmfa', 'rsa', 'fido', 'otp', 'sms', 'wia', 'fed', 'hwk'] as const;

const methodWords = (method: string): string => {
  const known = methods.find((each) => each === method);
  return known === undefined ? method : t(`inspector.method.${known}`);
};

/** Programs date tokens back by some minutes; less than this says nothing, in ms. */
const usualBackdating = 10 * 60_000;

/** What a token says, in words. The summary has name and time left above them. */
export function factRows(facts: TokenFacts): readonly Fact[] {
  const row = (term: MessageTerm, value: string | undefined, more?: string): readonly Fact[] =>
    value === undefined || value === '' ? [] : [{ term: t(term), value, more }];
  const named = (term: MessageTerm, one: Named | undefined, more?: string): readonly Fact[] =>
    one === undefined
      ? []
      : row(term, one.name ?? one.id, more ?? (one.name === undefined ? undefined : one.id));
  const date = (on: number | undefined): string | undefined => (on === undefined ? undefined : exactTime(on));
  const { client, clientProof, issuedOn, validFrom } = facts;
  const proof = clientProof === undefined ? undefined : t(`inspector.proof.${clientProof}`);
  const startsOtherwise =
    validFrom !== undefined && (issuedOn === undefined || Math.abs(validFrom - issuedOn) > usualBackdating);
  const ways = facts.methods.map(methodWords).join(', ');
  const saysFactor = facts.use !== 'unknown' && facts.who === 'user';
  return [
    ...named('inspector.fact.audience', facts.audience),
    ...named('inspector.fact.tenant', facts.tenant),
    ...row(
      'inspector.fact.home',
      facts.isGuest ? (facts.identityProvider ?? t('inspector.guest')) : undefined,
    ),
    ...named(
      'inspector.fact.client',
      client,
      [client?.name === undefined ? undefined : client.id, proof]
        .filter((line) => line !== undefined)
        .join('\n'),
    ),
    ...row('inspector.fact.scopes', facts.scopes.join('\n')),
    ...row('inspector.fact.roles', facts.roles.join('\n')),
    ...row(
      'inspector.fact.directory-roles',
      facts.directoryRoles.map(({ id, name }) => name ?? id).join('\n'),
    ),
    ...row('inspector.fact.issued', date(issuedOn)),
    ...row('inspector.fact.valid-from', startsOtherwise ? date(validFrom) : undefined),
    ...row('inspector.fact.expires', date(facts.expiresOn)),
    ...row(
      'inspector.fact.second-factor',
      saysFactor ? t(`inspector.second-factor.${facts.secondFactor}`) : undefined,
      ways === '' ? undefined : t('inspector.methods', { methods: ways }),
    ),
    ...row('inspector.fact.contexts', facts.contexts.join(', ')),
    ...row('inspector.fact.withdrawal', facts.isContinuous ? t('inspector.continuous.yes') : undefined),
    ...row('inspector.fact.object', facts.objectId),
    ...row('inspector.fact.device', facts.deviceId),
    ...row('inspector.fact.address', facts.address),
  ];
}

type MessageTerm = Extract<MessageKey, `inspector.fact.${string}`>;
