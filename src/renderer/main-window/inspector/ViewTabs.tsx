import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { innerFocusRing } from '../focus-ring';

export const inspectorViews = ['claims', 'raw', 'compare'] as const;
export type InspectorTab = (typeof inspectorViews)[number];

const useStyles = makeStyles({
  tabs: { flex: '0 0 auto', display: 'flex', gap: '4px', padding: '0 12px' },
  tab: {
    position: 'relative',
    minHeight: '36px',
    padding: '0 12px',
    border: 'none',
    borderRadius: '6px',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: '14px',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': innerFocusRing,
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: 600,
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 'auto 12px 0',
      height: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
});

interface ViewTabsProps {
  readonly selected: InspectorTab;
  readonly onSelect: (view: InspectorTab) => void;
  /** Of a tab, and of the panel below. */
  readonly idOf: (part: InspectorTab | 'panel') => string;
}

/** The views of a token. Fluent's own have elements for the keyboard that readers stumble over. */
export function ViewTabs({ selected, onSelect, idOf }: ViewTabsProps): ReactNode {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = neighbour(selected, event.key);
    if (wanted === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onSelect(wanted);
    document.getElementById(idOf(wanted))?.focus();
  };
  return (
    <div role="tablist" aria-label={t('inspector.tabs')} className={styles.tabs} onKeyDown={onKeyDown}>
      {inspectorViews.map((view) => (
        <button
          key={view}
          id={idOf(view)}
          type="button"
          role="tab"
          aria-selected={view === selected}
          aria-controls={idOf('panel')}
          tabIndex={view === selected ? 0 : -1}
          className={mergeClasses(styles.tab, view === selected && styles.selected)}
          onClick={() => onSelect(view)}
        >
          {t(`inspector.tab.${view}`)}
        </button>
      ))}
    </div>
  );
}

function neighbour(selected: InspectorTab, key: string): InspectorTab | undefined {
  const at = inspectorViews.indexOf(selected);
  const count = inspectorViews.length;
  switch (key) {
    case 'ArrowRight':
      return inspectorViews[(at + 1) % count];
    case 'ArrowLeft':
      return inspectorViews[(at + count - 1) % count];
    case 'Home':
      return inspectorViews[0];
    case 'End':
      return inspectorViews[count - 1];
    default:
      return undefined;
  }
}
