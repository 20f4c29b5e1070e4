import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { TeamView } from '../../../shared/sharing-view';
import { runCommand } from '../run-command';
import { ConfirmSheet } from '../sheet/ConfirmSheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';

interface RemoveTeamSheetProps {
  readonly team: TeamView;
  readonly onClose: () => void;
}

/** Asks before presets leave the list, with the hotkeys that were given to them. */
export function RemoveTeamSheet({ team: { id, name, count }, onClose }: RemoveTeamSheetProps): ReactNode {
  const text = useSheetTextStyles();
  return (
    <ConfirmSheet
      title={t('team.remove.title', { name })}
      confirm={t('team.remove.go')}
      keep={t('team.remove.keep')}
      onConfirm={() => runCommand('removeTeam', { teamId: id })}
      onClose={onClose}
    >
      <p className={text.text}>{t('team.remove.text', { count })}</p>
    </ConfirmSheet>
  );
}
