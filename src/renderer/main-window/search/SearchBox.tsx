import { Button, Input, makeStyles } from '@fluentui/react-components';
import { DismissRegular, SearchRegular } from '@fluentui/react-icons';
import type { ClipboardEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import { t } from '../../../shared/messages';

const useStyles = makeStyles({
  box: { flex: '0 0 auto', padding: '4px 12px 8px' },
  input: { width: '100%' },
  clear: { minWidth: '24px' },
});

interface SearchBoxProps {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly query: string;
  readonly hits: number;
  readonly onChange: (query: string) => void;
  readonly onArrowDown: () => void;
  readonly onEnter: () => void;
  /** An address or a command was pasted, which is nothing to search for. Absent: it is searched for all the same. */
  readonly onPasteRequest?: ((text: string) => void) | undefined;
}

const requestStart = /^\s*(?:https?:\/\/|curl\s)/i;

export function SearchBox({
  inputRef,
  query,
  hits,
  onChange,
  onArrowDown,
  onEnter,
  onPasteRequest,
}: SearchBoxProps): ReactNode {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onChange('');
    else if (event.key === 'ArrowDown') onArrowDown();
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (onPasteRequest === undefined || !requestStart.test(text)) return;
    event.preventDefault();
    onPasteRequest(text);
  };
  return (
    <div className={styles.box} role="search">
      <Input
        input={{ ref: inputRef }}
        className={styles.input}
        contentBefore={<SearchRegular />}
        contentAfter={
          query === '' ? null : (
            <Button
              className={styles.clear}
              size="small"
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={t('search.clear')}
              onClick={() => onChange('')}
            />
          )
        }
        value={query}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        spellCheck={false}
        autoComplete="off"
        onChange={(_event, { value }) => onChange(value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <span role="status" className="spoken">
        {query.trim() === '' ? '' : t('search.count', { count: hits })}
      </span>
    </div>
  );
}
