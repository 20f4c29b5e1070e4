import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { DraftIdentityFields } from '../identity/DraftIdentityFields';
import { useEditorStyles } from './editor-styles';
import type { PresetForm } from './use-preset-form';

/** Whom the token is for: the account and tenant in use, or fixed ones. */
export function AccountSection({ form: { draft, change } }: { readonly form: PresetForm }): ReactNode {
  const common = useEditorStyles();
  return (
    <>
      <p className={common.quiet}>{t('editor.account.help')}</p>
      <DraftIdentityFields
        identity={draft.identity}
        onChange={(identity) => change((before) => ({ ...before, identity }))}
      />
    </>
  );
}
