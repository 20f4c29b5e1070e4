import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PresetIcon as IconName } from '../../../shared/preset-looks';
import { PresetIcon } from '../presets/PresetIcon';
import { useSharingStyles } from './sharing-styles';

const useStyles = makeStyles({
  line: { flex: '1 1 0', minWidth: 0, display: 'flex', alignItems: 'center', gap: '12px' },
});

interface PresetLineProps {
  readonly name: string;
  readonly icon: IconName;
  readonly resource: string;
}

/** What a preset is, in a list that is not about its token. */
export function PresetLine({ name, icon, resource }: PresetLineProps): ReactNode {
  const styles = useStyles();
  const shared = useSharingStyles();
  return (
    <span className={styles.line}>
      <span className={shared.icon} aria-hidden>
        <PresetIcon icon={icon} />
      </span>
      <span className={shared.words}>
        <span className={shared.name} title={name}>
          {name}
        </span>
        <span className={shared.line} title={resource}>
          {resource}
        </span>
      </span>
    </span>
  );
}
