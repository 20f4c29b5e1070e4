import { t } from './messages';
import type { TeamNews } from './sharing-view';

/** `2 added, 1 changed` */
export function countWords({ added, changed, removed }: Omit<TeamNews['teams'][number], 'name'>): string {
  return [
    ...(added === 0 ? [] : [t('team.added', { count: added })]),
    ...(changed === 0 ? [] : [t('team.changed', { count: changed })]),
    ...(removed === 0 ? [] : [t('team.removed', { count: removed })]),
  ].join(', ');
}

/** `Contoso APIs: 2 added, 1 changed.` */
export const newsWords = (news: TeamNews | undefined): string =>
  (news?.teams ?? []).map((team) => t('team.news', { name: team.name, changes: countWords(team) })).join(' ');
