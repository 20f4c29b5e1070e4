import { t } from '../../../shared/messages';
import type { Snapshot } from '../../../shared/snapshot';
import type { TeamNews } from '../../../shared/sharing-view';
import { countWords } from '../../../shared/team-news-words';
import type { NotificationView } from './notification-view';
import { shortName } from './short-name';

const newsIn = ({ notices }: Snapshot): TeamNews | undefined =>
  notices.find(({ kind }) => kind === 'team-catalogues-changed')?.news;

/** Team catalogues read differently than they did; whoever looks at the window has its notice. Pure. */
export function teamsNotification(
  before: Snapshot,
  after: Snapshot,
  windowFocused: boolean,
): NotificationView | undefined {
  const news = newsIn(after);
  if (news === undefined || news === newsIn(before) || windowFocused) return undefined;
  const [only, ...others] = news.teams;
  if (only === undefined) return undefined;
  return {
    slot: 'teams',
    title:
      others.length === 0
        ? t('notification.team-changed.title', { name: shortName(only.name) })
        : t('notification.teams-changed.title', { count: news.teams.length }),
    body: others.length === 0 ? countWords(only) : t('notification.teams-changed.body'),
    click: { name: 'showPage', args: { page: 'sharing' } },
    silent: true,
    isOver: (snapshot) => newsIn(snapshot) === undefined,
  };
}
