import { Button, Textarea, makeStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { t } from '../../../shared/messages';

const useStyles = makeStyles({
  box: { flex: '0 0 auto', position: 'relative', padding: '4px 12px 8px' },
  field: { width: '100%' },
  // One line for a search, some more for a command.
  text: {
    boxSizing: 'border-box',
    height: 'auto',
    minHeight: '32px',
    maxHeight: '112px',
    paddingTop: '5px',
    paddingBottom: '5px',
    paddingRight: '36px',
    fieldSizing: 'content',
    overflowWrap: 'anywhere',
  },
  clear: { position: 'absolute', top: '8px', right: '16px', minWidth: '24px' },
});

interface CatalogueFieldProps {
  readonly fieldRef: Ref<HTMLTextAreaElement>;
  readonly text: string;
  /** What a reader is told of the hits. */
  readonly status: string;
  readonly onChange: (text: string) => void;
  readonly onArrowDown: () => void;
  readonly onEnter: () => void;
}

/** One field for words to search for, and for whatever somebody has copied elsewhere. */
export function CatalogueField({
  fieldRef,
  text,
  status,
  onChange,
  onArrowDown,
  onEnter,
}: CatalogueFieldProps): ReactNode {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isOneLine = !text.includes('\n');
    if (event.key === 'Escape' && text !== '') onChange('');
    else if (event.key === 'ArrowDown' && isOneLine) onArrowDown();
    else if (event.key === 'Enter' && !event.shiftKey) onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.box} role="search">
      <Textarea
        className={styles.field}
        textarea={{ ref: fieldRef, className: styles.text, rows: 1 }}
        resize="none"
        value={text}
        placeholder={t('catalogue.search.placeholder')}
        aria-label={t('catalogue.search.label')}
        spellCheck={false}
        autoComplete="off"
        onChange={(_event, { value }) => onChange(value)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <Button
          className={styles.clear}
          size="small"
          appearance="transparent"
          icon={<DismissRegular />}
          aria-label={t('search.clear')}
          onClick={() => onChange('')}
        />
      )}
      <span role="status" className="spoken">
        {status}
      </span>
    </div>
  );
}
