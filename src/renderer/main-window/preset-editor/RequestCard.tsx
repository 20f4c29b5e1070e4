import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowDownRegular,
  ArrowUpRegular,
  ChevronRightRegular,
  CopyAddRegular,
  DeleteRegular,
  ErrorCircleRegular,
  MoreHorizontalRegular,
} from '@fluentui/react-icons';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { RequestDraft } from '../../../shared/preset-draft';
import { innerFocusRing } from '../focus-ring';
import { usePopoverStyles } from '../popover-styles';
import { RequestFields } from './RequestFields';
import type { PresetForm } from './use-preset-form';

const useStyles = makeStyles({
  card: { borderRadius: '6px', border: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', alignItems: 'center', gap: '4px', paddingRight: '4px' },
  button: {
    flex: '1 1 0',
    minWidth: 0,
    minHeight: '36px',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    padding: '4px 8px',
    border: 'none',
    borderRadius: '6px',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    lineHeight: '20px',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': innerFocusRing,
  },
  chevron: { flex: '0 0 auto', fontSize: '16px', color: tokens.colorNeutralForeground3 },
  opened: { transform: 'rotate(90deg)' },
  method: {
    flex: '0 0 auto',
    fontSize: '12px',
    fontWeight: 600,
    color: tokens.colorNeutralForeground3,
  },
  name: { flex: '1 1 0', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  wrong: { flex: '0 0 auto', display: 'flex', color: tokens.colorPaletteRedForeground1 },
  content: { padding: '4px 12px 12px' },
});

interface RequestCardProps {
  readonly form: PresetForm;
  readonly path: `targets.${string}.requests.${number}`;
  readonly request: RequestDraft;
  readonly index: number;
  readonly count: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (request: RequestDraft) => void;
  readonly onDuplicate: () => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One request: a line that unfolds its fields. Alt with an arrow moves it. */
export function RequestCard(props: RequestCardProps): ReactNode {
  const { form, path, request, index, count, open, onToggle, onChange, onDuplicate, onMove, onRemove } =
    props;
  const styles = useStyles();
  const { popover } = usePopoverStyles();
  const button = useRef<HTMLButtonElement>(null);
  const name = request.name.trim() || request.url.trim() || t('editor.request.new');
  const move = (to: number): void => {
    if (to < 0 || to >= count) return;
    onMove(to);
    // Rows go by their place, so the focus has to follow.
    const rows = button.current?.closest('ol')?.querySelectorAll<HTMLElement>('[data-request-button]');
    rows?.[to]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <button
          ref={button}
          type="button"
          className={styles.button}
          aria-expanded={open}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          title={name}
          data-request-button=""
          onClick={onToggle}
          onKeyDown={onKeyDown}
        >
          <ChevronRightRegular className={mergeClasses(styles.chevron, open && styles.opened)} />
          <span className={styles.method}>{request.method}</span>
          <span className={styles.name}>{name}</span>
          {!open && form.hasProblem(`${path}.`) && (
            <span className={styles.wrong}>
              <ErrorCircleRegular fontSize={16} aria-label={t('editor.section.wrong')} role="img" />
            </span>
          )}
        </button>
        <Menu positioning={{ position: 'below', align: 'end', autoSize: true }}>
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="subtle"
              icon={<MoreHorizontalRegular />}
              aria-label={t('editor.request.more', { name })}
            />
          </MenuTrigger>
          <MenuPopover className={popover}>
            <MenuList>
              <MenuItem icon={<CopyAddRegular />} onClick={onDuplicate}>
                {t('editor.request.duplicate')}
              </MenuItem>
              {index > 0 && (
                <MenuItem icon={<ArrowUpRegular />} secondaryContent="Alt+↑" onClick={() => move(index - 1)}>
                  {t('editor.request.up')}
                </MenuItem>
              )}
              {index < count - 1 && (
                <MenuItem
                  icon={<ArrowDownRegular />}
                  secondaryContent="Alt+↓"
                  onClick={() => move(index + 1)}
                >
                  {t('editor.request.down')}
                </MenuItem>
              )}
              <MenuItem icon={<DeleteRegular />} onClick={onRemove}>
                {t('editor.request.remove')}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {open && (
        <div className={styles.content}>
          <RequestFields form={form} path={path} request={request} named={count > 1} onChange={onChange} />
        </div>
      )}
    </li>
  );
}
