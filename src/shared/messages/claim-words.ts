import { inspectorClaims } from './en-inspector-claims';
import { t } from './index';

const isKnown = (key: string): key is keyof typeof inspectorClaims => Object.hasOwn(inspectorClaims, key);

/** What a claim means, where it is one that is known. */
export function claimWords(name: string): string | undefined {
  const key = `inspector.claim.${name}`;
  return isKnown(key) ? t(key) : undefined;
}
