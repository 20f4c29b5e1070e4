import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { isPassword } from '../../../shared/delivery';
import { emptyRequest } from '../../../shared/draft-of-preset';
import { t } from '../../../shared/messages';
import type { RequestDraft } from '../../../shared/preset-draft';
import { presetLimits } from '../../../shared/preset-limits';
import { duplicated, moved, targetIn, withTarget } from './draft-changes';
import { useEditorStyles } from './editor-styles';
import { RequestCard } from './RequestCard';
import { problemWords } from '../form/problem-words';
import type { PresetForm } from './use-preset-form';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

interface RequestsSectionProps {
  readonly form: PresetForm;
  readonly cloudId: string;
  /** The request that is unfolded. */
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

/** The requests that can be copied and tried; the first is what "Copy curl" copies. */
export function RequestsSection({ form, cloudId, shown, onShow }: RequestsSectionProps): ReactNode {
  const styles = useStyles();
  const common = useEditorStyles();
  const { draft, change, forget, problemOf } = form;
  const { requests } = targetIn(draft, cloudId);
  const start = `targets.${cloudId}.requests` as const;
  const set = (next: readonly RequestDraft[]): void =>
    change((before) => withTarget(before, cloudId, { ...targetIn(before, cloudId), requests: [...next] }));
  /** Also moves what was said of each row. */
  const rearrange = (next: readonly RequestDraft[], show: number): void => {
    forget(`${start}.`);
    set(next);
    onShow(show);
  };
  const problem = problemWords(problemOf(start)).validationMessage;
  return (
    <>
      <p className={common.quiet}>
        {t(isPassword(draft.delivery) ? 'editor.requests.password' : 'editor.requests.help')}
      </p>
      {requests.length > 0 && (
        <ol className={styles.list}>
          {requests.map((request, index) => (
            <RequestCard
              // Rows have no names of their own: which one it is follows from its place.
              key={index}
              form={form}
              path={`${start}.${index}`}
              request={request}
              index={index}
              count={requests.length}
              open={index === shown}
              onToggle={() => onShow(index === shown ? -1 : index)}
              onChange={(next) => set(requests.with(index, next))}
              onDuplicate={() =>
                rearrange(
                  duplicated(requests, index, (one) => ({
                    ...one,
                    headers: one.headers.map((header) => ({ ...header })),
                  })),
                  index + 1,
                )
              }
              onMove={(to) => rearrange(moved(requests, index, to), shown === index ? to : shown)}
              onRemove={() => rearrange(requests.toSpliced(index, 1), Math.min(index, requests.length - 2))}
            />
          ))}
        </ol>
      )}
      {problem !== undefined && (
        <p role="alert" className={common.quiet}>
          {problem}
        </p>
      )}
      <Button
        className={common.start}
        name={start}
        icon={<AddRegular />}
        disabledFocusable={requests.length >= presetLimits.requests}
        onClick={() => rearrange([...requests, emptyRequest()], requests.length)}
      >
        {t(requests.length === 0 ? 'editor.requests.add-first' : 'editor.requests.add')}
      </Button>
    </>
  );
}
