import { Button, MenuItem } from '@fluentui/react-components';
import {
  AddRegular,
  ArrowSyncRegular,
  DeleteRegular,
  HistoryRegular,
  LockClosedRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { SharingView, TeamView } from '../../../shared/sharing-view';
import { useSnapshot } from '../../bridge/use-snapshot';
import { shortDate } from '../../time/full-date';
import { ItemMenu } from '../ItemMenu';
import { command } from '../run-command';
import { SettingGroup } from '../settings/SettingGroup';
import { AddTeamSheet } from './AddTeamSheet';
import { problemLine } from './file-problem-words';
import { RemoveTeamSheet } from './RemoveTeamSheet';
import { useSharingStyles } from './sharing-styles';
import { TeamChangesSheet } from './TeamChangesSheet';

type OpenSheet =
  | { readonly kind: 'add' }
  | { readonly kind: 'remove'; readonly team: TeamView }
  | { readonly kind: 'changes'; readonly team: TeamView };

/** The catalogues somebody is subscribed to. */
export function TeamsGroup({ sharing }: { readonly sharing: SharingView }): ReactNode {
  const shared = useSharingStyles();
  const isForbidden = useSnapshot(({ forbidden }) => forbidden.includes('teamCatalogues'));
  const [sheet, setSheet] = useState<OpenSheet>();
  const close = (): void => setSheet(undefined);
  const { teams } = sharing;
  return (
    <SettingGroup heading={t('team.title')}>
      <div className={shared.block}>
        <p className={shared.text}>{t('team.lead')}</p>
        {teams.length === 0 && <p className={shared.quiet}>{t('team.none')}</p>}
      </div>
      {teams.map((team) => (
        <TeamRow key={team.id} team={team} onSheet={setSheet} />
      ))}
      {!isForbidden && (
        <div className={shared.foot}>
          <Button appearance="subtle" icon={<AddRegular />} onClick={() => setSheet({ kind: 'add' })}>
            {t('team.add')}
          </Button>
        </div>
      )}
      {sheet?.kind === 'add' && <AddTeamSheet sharing={sharing} onClose={close} />}
      {sheet?.kind === 'remove' && <RemoveTeamSheet team={sheet.team} onClose={close} />}
      {sheet?.kind === 'changes' && <TeamChangesSheet team={sheet.team} onClose={close} />}
    </SettingGroup>
  );
}

interface TeamRowProps {
  readonly team: TeamView;
  readonly onSheet: (sheet: OpenSheet) => void;
}

function TeamRow({ team, onSheet }: TeamRowProps): ReactNode {
  const shared = useSharingStyles();
  const { id, name, source, isManaged, count, problem, lastChange } = team;
  return (
    <div className={shared.row}>
      <div className={shared.words}>
        <span className={shared.name} title={name}>
          {name}
        </span>
        <span className={shared.line} title={source}>
          {source}
        </span>
        <span className={shared.line} role="status">
          {stateWords(team)}
        </span>
        {problem !== undefined && (
          <span className={shared.problem}>
            <WarningRegular className={shared.problemIcon} aria-hidden />
            <span>
              {t(count > 0 ? 'team.problem' : 'team.problem.first', { reason: problemLine(problem) })}
            </span>
          </span>
        )}
      </div>
      {isManaged && <LockClosedRegular className={shared.lock} aria-label={t('accounts.managed')} />}
      <ItemMenu label={t('team.more', { name })}>
        <MenuItem icon={<ArrowSyncRegular />} onClick={() => command('refreshTeam', { teamId: id })}>
          {t('team.refresh')}
        </MenuItem>
        {lastChange !== undefined && (
          <MenuItem icon={<HistoryRegular />} onClick={() => onSheet({ kind: 'changes', team })}>
            {t('team.show-changes')}
          </MenuItem>
        )}
        {!isManaged && (
          <MenuItem icon={<DeleteRegular />} onClick={() => onSheet({ kind: 'remove', team })}>
            {t('team.remove')}
          </MenuItem>
        )}
      </ItemMenu>
    </div>
  );
}

function stateWords({ count, checkedOn, isChecking }: TeamView): string {
  if (isChecking) return t('team.checking');
  if (checkedOn === undefined) return t('team.never');
  return t('team.checked', { presets: t('team.count', { count }), date: shortDate(checkedOn) });
}
