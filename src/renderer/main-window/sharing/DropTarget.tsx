import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { presetFileLimits } from '../../../shared/preset-file-limits';
import { useSnapshot } from '../../bridge/use-snapshot';
import { runCommand } from '../run-command';

const useStyles = makeStyles({
  cover: {
    position: 'fixed',
    inset: '8px',
    zIndex: 10,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    borderRadius: '10px',
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: '16px',
    fontWeight: 600,
    pointerEvents: 'none',
  },
  icon: { fontSize: '32px', color: tokens.colorBrandForeground1 },
});

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Takes a file that is dropped anywhere on the window. One that is too large is not read. */
async function importDropped(file: File): Promise<void> {
  const { name, size } = file;
  const bytes = size > presetFileLimits.size ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  await runCommand('importFile', { name, size, bytes });
}

/** Says that a file can be let go here, while one is over the window. */
export function DropTarget(): ReactNode {
  const styles = useStyles();
  const isForbidden = useSnapshot(({ forbidden }) => forbidden.includes('ownPresets'));
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (isForbidden) return;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      // From one element to the next is no leaving.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      // What cannot be read any more, a folder among it, is as good as not dropped.
      importDropped(file).catch(() => undefined);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [isForbidden]);
  if (!isOver) return null;
  return (
    <div className={styles.cover}>
      <DocumentArrowUpRegular className={styles.icon} aria-hidden />
      {t('import.dropping')}
    </div>
  );
}
