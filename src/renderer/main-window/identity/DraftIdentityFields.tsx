import type { ReactNode } from 'react';
import { accountKey } from '../../../shared/account-key';
import type { PresetIdentity } from '../../../shared/preset';
import { useSnapshot } from '../../bridge/use-snapshot';
import { IdentityFields } from './IdentityFields';

interface DraftIdentityFieldsProps {
  readonly identity: PresetIdentity;
  readonly onChange: (identity: PresetIdentity) => void;
}

/** Whom the tokens of what a form is about are for: the account and tenant in use, or fixed ones. */
export function DraftIdentityFields({ identity, onChange }: DraftIdentityFieldsProps): ReactNode {
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const currentId = useSnapshot((snapshot) => snapshot.account?.id);
  const { clientApplicationId, accountId } = identity;
  const fixedId =
    clientApplicationId === undefined || accountId === undefined
      ? undefined
      : accountKey(clientApplicationId, accountId);
  return (
    <IdentityFields
      fixed={identity}
      accounts={accounts}
      accountId={fixedId ?? currentId}
      disabled={false}
      onChange={onChange}
    />
  );
}
