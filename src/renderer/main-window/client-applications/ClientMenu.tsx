import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { DeleteRegular, EditRegular, KeyRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ClientApplicationView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { ItemMenu } from '../ItemMenu';
import type { ClientSheet } from './ClientSheets';

interface ClientMenuProps {
  readonly client: ClientApplicationView;
  readonly onSheet: (sheet: ClientSheet) => void;
}

/** What can be done with a client application. One that the organisation has given stays as it is. */
export function ClientMenu({ client, onSheet }: ClientMenuProps): ReactNode {
  const { id, name, kind, isManaged } = client;
  const hasCredential = kind === 'service-principal';
  if (isManaged && !hasCredential) return null;
  const open = (what: ClientSheet['kind']) => (): void => onSheet({ kind: what, clientApplicationId: id });
  return (
    <ItemMenu label={t('client-menu', { name })}>
      {!isManaged && (
        <MenuItem icon={<EditRegular />} onClick={open('rename')}>
          {t('client-menu.rename')}
        </MenuItem>
      )}
      {hasCredential && (
        <MenuItem icon={<KeyRegular />} onClick={open('credential')}>
          {t('client-menu.credential')}
        </MenuItem>
      )}
      {!isManaged && (
        <>
          <MenuDivider />
          <MenuItem icon={<DeleteRegular />} onClick={open('remove')}>
            {t('client-menu.remove')}
          </MenuItem>
        </>
      )}
    </ItemMenu>
  );
}
