import { MenuItem, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons';
import type { KeyboardEvent, ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { OwnTemplate } from '../../../shared/own-template';
import { innerFocusRing } from '../focus-ring';
import { ItemMenu } from '../ItemMenu';
import { command, runCommand } from '../run-command';
import { showToast } from '../toast/toast-store';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 12px 4px 4px' },
  open: {
    flex: '1 1 0',
    minWidth: 0,
    minHeight: '48px',
    padding: '4px 12px',
    border: 'none',
    borderRadius: '6px',
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': innerFocusRing,
  },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  name: { lineHeight: '20px' },
  text: {
    fontFamily: 'ui-monospace, monospace',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

interface TemplateRowProps {
  readonly template: OwnTemplate;
  readonly index: number;
  readonly count: number;
  readonly onEdit: (template: OwnTemplate) => void;
}

/** One template. Alt with the arrows moves it, Del deletes it with the way back. */
export function TemplateRow({ template, index, count, onEdit }: TemplateRowProps): ReactNode {
  const styles = useStyles();
  const { id, name, text } = template;
  const move = (by: -1 | 1): void => {
    const to = index + by;
    if (to < 0 || to >= count) return;
    command('moveTemplate', { templateId: id, to });
    showToast({ text: t('templates.moved', { name, place: to + 1, count }) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
      move(event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'Delete') remove(template);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.row}>
      <button
        type="button"
        className={styles.open}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        onKeyDown={onKeyDown}
        onClick={() => onEdit(template)}
      >
        <span className={`${styles.line} ${styles.name}`} title={name}>
          {name}
        </span>
        <span className={`${styles.line} ${styles.text}`}>{text.trim().split('\n')[0]}</span>
      </button>
      <ItemMenu label={t('templates.more', { name })}>
        <MenuItem icon={<EditRegular />} onClick={() => onEdit(template)}>
          {t('templates.edit')}
        </MenuItem>
        <MenuItem icon={<ArrowUpRegular />} disabled={index === 0} onClick={() => move(-1)}>
          {t('templates.up')}
        </MenuItem>
        <MenuItem icon={<ArrowDownRegular />} disabled={index === count - 1} onClick={() => move(1)}>
          {t('templates.down')}
        </MenuItem>
        <MenuItem icon={<DeleteRegular />} onClick={() => remove(template)}>
          {t('templates.delete')}
        </MenuItem>
      </ItemMenu>
    </div>
  );
}

/** Deletes at once and offers to take it back. */
function remove({ id, name }: OwnTemplate): void {
  void runCommand('deleteTemplate', { templateId: id }).then(({ outcome }) => {
    if (outcome !== 'done') return;
    showToast({
      text: t('templates.deleted', { name }),
      action: {
        label: t('templates.deleted.undo'),
        run: () => command('restoreTemplate', { templateId: id }),
      },
    });
  });
}
