import { makeStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { CommandLineTextName } from '../../../shared/command-line/command-line-texts';
import { t } from '../../../shared/messages';
import { useSharingStyles } from '../sharing/sharing-styles';
import { PartTabs } from '../try-it/PartTabs';
import { CopyableLine } from './CopyableLine';

const useStyles = makeStyles({ whole: { padding: '4px 0 8px' }, line: { paddingTop: '8px' } });

interface ShellLinesProps {
  readonly lead: string;
  readonly names: readonly CommandLineTextName[];
  readonly texts: Readonly<Record<CommandLineTextName, string>>;
}

/** The same line as each shell wants it, one at a time. */
export function ShellLines({ lead, names, texts }: ShellLinesProps): ReactNode {
  const styles = useStyles();
  const shared = useSharingStyles();
  const id = useId();
  const [chosen, setChosen] = useState(names[0]);
  if (chosen === undefined) return null;
  return (
    <div className={styles.whole}>
      <p className={shared.quiet}>{lead}</p>
      <PartTabs
        id={id}
        label={t('command-line.shell')}
        parts={names.map((name) => ({ value: name, label: t(`command-line.text.${name}`) }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <div id={`${id}-part`} role="tabpanel" aria-labelledby={`${id}-${chosen}`} className={styles.line}>
        <CopyableLine key={chosen} name={chosen} text={texts[chosen]} />
      </div>
    </div>
  );
}
