import { recognise } from '../../../shared/catalogue/recognise';
import { requestDraftOf } from '../../../shared/draft-of-preset';
import type { RequestDraft } from '../../../shared/preset-draft';

/**
 * The request in a pasted curl or PowerShell command, or as documentation writes it. Undefined for an address alone, which is
 * pasted as it is. What is secret in it is left out.
 */
export function requestIn(text: string): RequestDraft | undefined {
  if (!/\s/.test(text.trim())) return undefined;
  // Which API it is for does not matter here, and with it the cloud.
  const found = recognise(text, 'public');
  if (found.kind !== 'catalogue' && found.kind !== 'own') return undefined;
  return found.request === undefined ? undefined : requestDraftOf(found.request);
}
