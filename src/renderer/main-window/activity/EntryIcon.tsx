import { makeStyles, tokens } from '@fluentui/react-components';
import {
  CopyRegular,
  PlugConnectedRegular,
  WindowConsoleRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { ActivityEntry } from '../../../shared/snapshot';

const useStyles = makeStyles({
  icon: { flex: '0 0 auto', display: 'flex', fontSize: '18px', color: tokens.colorNeutralForeground3 },
});

const kindOf = ({ kind }: ActivityEntry): 'copy' | 'endpoint' | 'command-line' => kind ?? 'copy';

const icons: Readonly<Record<ReturnType<typeof kindOf>, FluentIcon>> = {
  copy: CopyRegular,
  endpoint: PlugConnectedRegular,
  'command-line': WindowConsoleRegular,
};

/** Tells copies from what programs have had. */
export function EntryIcon({ entry }: { readonly entry: ActivityEntry }): ReactNode {
  const styles = useStyles();
  const kind = kindOf(entry);
  const Icon = icons[kind];
  const words = t(`activity.kind.${kind}`);
  return (
    <span className={styles.icon} title={words}>
      <Icon role="img" aria-label={words} />
    </span>
  );
}
