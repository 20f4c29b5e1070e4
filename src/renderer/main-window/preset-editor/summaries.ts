import { acceleratorWords } from '../../../shared/accelerator';
import { isEmptyRequest, tagsIn } from '../../../shared/check-preset';
import { t } from '../../../shared/messages';
import type { PresetDraft } from '../../../shared/preset-draft';
import { parseAccess, resourceLabel } from '../../../shared/scopes';
import type { AccountView } from '../../../shared/snapshot';
import { targetIn } from './draft-changes';

/** What a folded section says of what is in it. */
export function accessSummary(draft: PresetDraft, cloudId: string): string {
  const { accessKind, access } = targetIn(draft, cloudId);
  const parsed = parseAccess(accessKind, access);
  return parsed.ok ? resourceLabel(parsed.scopes) : access.trim();
}

export function requestsSummary(draft: PresetDraft, cloudId: string): string {
  const count = targetIn(draft, cloudId).requests.filter((request) => !isEmptyRequest(request)).length;
  return count === 0 ? t('editor.requests.none') : t('editor.requests.count', { count });
}

export function accountSummary({ identity }: PresetDraft, accounts: readonly AccountView[]): string {
  const { clientApplicationId, accountId, tenantId } = identity;
  if (clientApplicationId === undefined && accountId === undefined && tenantId === undefined)
    return t('identity.account.in-use');
  const account = accounts.find(({ id }) => id === `${clientApplicationId ?? ''}/${accountId ?? ''}`);
  const tenant = accounts.flatMap(({ tenants }) => tenants).find(({ id }) => id === tenantId);
  return [account?.name, tenant?.name ?? tenantId].filter((part) => part !== undefined).join(' · ');
}

export const notesSummary = ({ tags, notes }: PresetDraft): string =>
  [tagsIn(tags).join(', '), notes.trim().split('\n')[0]]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');

export const optionsSummary = ({ pinned, keepFresh, hotkey }: PresetDraft): string =>
  [
    pinned ? t('editor.pinned') : '',
    keepFresh ? t('editor.keep-fresh') : '',
    hotkey === null ? '' : acceleratorWords(hotkey, window.tokenTray.platform),
  ]
    .filter((part) => part !== '')
    .join(' · ');
