import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { CopyFormat } from '../../../shared/copy-format';
import { t } from '../../../shared/messages';
import type { FoundGroup } from './find-formats';
import { formatIcon } from './format-icons';

const useStyles = makeStyles({
  list: {
    height: '168px',
    minHeight: '96px',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    padding: '0 4px 4px',
    borderRadius: '6px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-height: 599.9px)': { height: '128px' },
  },
  heading: {
    padding: '8px 8px 4px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    color: tokens.colorNeutralForeground3,
  },
  format: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    padding: '0 8px',
    borderRadius: '6px',
    cursor: 'default',
    scrollMarginTop: '32px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  icon: { flex: '0 0 auto', fontSize: '20px', color: tokens.colorNeutralForeground2 },
  chosenIcon: {
    color: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { color: 'HighlightText' },
  },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  none: { padding: '16px 8px', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

export const optionId = (listId: string, format: CopyFormat): string => `${listId}-${format}`;

interface FormatListProps {
  readonly id: string;
  readonly groups: readonly FoundGroup[];
  readonly chosen: CopyFormat | undefined;
  readonly query: string;
  readonly onChoose: (format: CopyFormat) => void;
  readonly onCopy: (format: CopyFormat) => void;
}

/** All formats, by what they are for. Keys come from the search field, where the focus stays. */
export function FormatList({ id, groups, chosen, query, onChoose, onCopy }: FormatListProps): ReactNode {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (chosen === undefined) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div
      ref={list}
      id={id}
      // A list of nothing is none.
      {...(groups.length === 0 ? {} : { role: 'listbox', 'aria-label': t('copy-as.formats') })}
      className={styles.list}
    >
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-group-${group.id}`}>
          <div id={`${id}-group-${group.id}`} role="presentation" className={styles.heading}>
            {t(`format-group.${group.id}`)}
          </div>
          {group.formats.map(({ format, name }) => {
            const Icon = formatIcon(format);
            const isChosen = format === chosen;
            return (
              <div
                key={format}
                id={optionId(id, format)}
                role="option"
                aria-selected={isChosen}
                className={mergeClasses(styles.format, isChosen && styles.chosen)}
                // The focus stays in the search field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(format)}
                onDoubleClick={() => onCopy(format)}
              >
                <Icon className={mergeClasses(styles.icon, isChosen && styles.chosenIcon)} aria-hidden />
                <span className={styles.name} title={name}>
                  {name}
                </span>
              </div>
            );
          })}
        </div>
      ))}
      {groups.length === 0 && <div className={styles.none}>{t('copy-as.none', { query })}</div>}
    </div>
  );
}
