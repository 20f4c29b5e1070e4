import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { innerFocusRing } from '../focus-ring';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', gap: '0 4px' },
  denseTabs: { columnGap: '0' },
  tab: {
    padding: '8px',
    border: 'none',
    borderBottom: '2px solid transparent',
    borderRadius: '6px 6px 0 0',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    lineHeight: '20px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': innerFocusRing,
    // There nothing is transparent, and all of them would look chosen.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  dense: { paddingLeft: '6px', paddingRight: '6px' },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: 600,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

interface PartTabsProps<Part extends string> {
  readonly label: string;
  readonly parts: readonly { readonly value: Part; readonly label: string }[];
  readonly chosen: Part;
  /** Of each tab, before its value; the panel's id is `<id>-part`. */
  readonly id: string;
  /** Closer together, where there are many. */
  readonly isDense?: boolean;
  readonly onChoose: (part: Part) => void;
}

/** Tabs with one in the tab order; arrows go from one to the other. Fluent's put an element in the page that axe rejects. */
export function PartTabs<Part extends string>({
  label,
  parts,
  chosen,
  id,
  isDense = false,
  onChoose,
}: PartTabsProps<Part>): ReactNode {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const at = parts.findIndex(({ value }) => value === chosen);
    const next = parts[(at + step + parts.length) % parts.length];
    if (next === undefined) return;
    onChoose(next.value);
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next.value}`)}`)?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label={label}
      className={mergeClasses(styles.tabs, isDense && styles.denseTabs)}
      onKeyDown={onKeyDown}
    >
      {parts.map((part) => (
        <button
          key={part.value}
          id={`${id}-${part.value}`}
          type="button"
          role="tab"
          aria-selected={part.value === chosen}
          aria-controls={`${id}-part`}
          tabIndex={part.value === chosen ? 0 : -1}
          className={mergeClasses(
            styles.tab,
            isDense && styles.dense,
            part.value === chosen && styles.chosen,
          )}
          onClick={() => onChoose(part.value)}
        >
          {part.label}
        </button>
      ))}
    </div>
  );
}
