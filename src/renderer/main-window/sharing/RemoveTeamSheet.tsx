import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { TeamView } from '../../../shared/sharing-view';
import { runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { usePending } from '../use-pending';

interface RemoveTeamSheetProps {
  readonly team: TeamView;
  readonly onClose: () => void;
}

/** Asks before presets leave the list, with the hotkeys that were given to them. */
export function RemoveTeamSheet({ team: { id, name, count }, onClose }: RemoveTeamSheetProps): ReactNode {
  const text = useSheetTextStyles();
  const removing = usePending<'remove'>();
  const remove = (): void =>
    removing.start('remove', async () => {
      const { outcome } = await runCommand('removeTeam', { teamId: id });
      if (outcome === 'done') onClose();
    });
  return (
    <Sheet
      title={t('team.remove.title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={remove}>
            {t('team.remove.go')}
          </Button>
          <Button onClick={onClose} {...focusFirst}>
            {t('team.remove.keep')}
          </Button>
        </>
      }
    >
      <p className={text.text}>{t('team.remove.text', { count })}</p>
    </Sheet>
  );
}
