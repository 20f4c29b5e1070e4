import type { ReactNode } from 'react';
import { accountKey } from '../../../shared/account-key';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { IdentityFields } from '../identity/IdentityFields';
import { useEditorStyles } from './editor-styles';
import type { PresetForm } from './use-preset-form';

/** Whom the token is for: the account and tenant in use, or fixed ones. */
export function AccountSection({ form: { draft, change } }: { readonly form: PresetForm }): ReactNode {
  const common = useEditorStyles();
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const currentId = useSnapshot((snapshot) => snapshot.account?.id);
  const { clientApplicationId, accountId } = draft.identity;
  const fixedId =
    clientApplicationId === undefined || accountId === undefined
      ? undefined
      : accountKey(clientApplicationId, accountId);
  return (
    <>
      <p className={common.quiet}>{t('editor.account.help')}</p>
      <IdentityFields
        fixed={draft.identity}
        accounts={accounts}
        accountId={fixedId ?? currentId}
        disabled={false}
        onChange={(identity) => change((before) => ({ ...before, identity }))}
      />
    </>
  );
}
