import { useEffect, type ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { CredentialSheet } from './CredentialSheet';
import { RemoveClientSheet } from './RemoveClientSheet';
import { RenameSheet } from './RenameSheet';

/** A sheet about one client application. */
export interface ClientSheet {
  readonly kind: 'rename' | 'remove' | 'credential';
  readonly clientApplicationId: string;
}

interface ClientSheetsProps {
  readonly sheet: ClientSheet;
  readonly onClose: () => void;
}

/** The sheet that is open; it closes with its client application. */
export function ClientSheets({ sheet, onClose }: ClientSheetsProps): ReactNode {
  const client = useSnapshot(({ clientApplications }) =>
    clientApplications.find(({ id }) => id === sheet.clientApplicationId),
  );
  const gone = client === undefined;
  useEffect(() => {
    if (gone) onClose();
  }, [gone, onClose]);
  if (gone) return null;
  switch (sheet.kind) {
    case 'rename':
      return <RenameSheet client={client} onClose={onClose} />;
    case 'remove':
      return <RemoveClientSheet client={client} onClose={onClose} />;
    case 'credential':
      return <CredentialSheet client={client} onClose={onClose} />;
  }
}
