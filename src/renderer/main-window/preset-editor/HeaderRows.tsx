import { Button, Input, makeStyles, tokens, type InputProps } from '@fluentui/react-components';
import { AddRegular, DismissRegular, ErrorCircleFilled } from '@fluentui/react-icons';
import { useId, useRef, type ClipboardEvent, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { RequestDraft } from '../../../shared/preset-draft';
import { presetLimits } from '../../../shared/preset-limits';
import { problemWords } from '../form/problem-words';
import { plainText, useEditorStyles } from './editor-styles';
import { headersIn } from './header-block';
import type { PresetForm } from './use-preset-form';

type Headers = readonly RequestDraft['headers'][number][];

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: '4px', lineHeight: '20px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  name: { flex: '2 1 0', minWidth: 0, width: 0 },
  value: { flex: '3 1 0', minWidth: 0, width: 0 },
  problem: {
    flex: '1 0 100%',
    display: 'flex',
    gap: '4px',
    margin: 0,
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorPaletteRedForeground1,
  },
  problemIcon: { flex: '0 0 auto', fontSize: '12px', paddingTop: '2px' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
});

interface HeaderRowProps {
  readonly form: PresetForm;
  readonly path: `targets.${string}.requests.${number}.headers.${number}`;
  readonly number: number;
  readonly header: Headers[number];
  readonly onChange: (header: Headers[number]) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onRemove: () => void;
}

/** What is wrong with either half is said below the row, where there is room for words. */
function HeaderRow(props: HeaderRowProps): ReactNode {
  const { form, path, number, header, onChange, onPaste, onRemove } = props;
  const styles = useStyles();
  const id = useId();
  const { name, value } = header;
  const nameProblem = form.problemOf(`${path}.name`);
  const valueProblem = form.problemOf(`${path}.value`);
  const problem = nameProblem ?? valueProblem;
  const half = (part: 'name' | 'value', wrong: boolean): InputProps => ({
    ...plainText,
    name: `${path}.${part}`,
    'aria-label': t(`editor.header.${part}`, { number }),
    ...(wrong ? { 'aria-invalid': true, 'aria-describedby': id } : {}),
    value: header[part],
    placeholder: t(`editor.header.${part}.example`),
    onChange: (_event, data) => onChange({ ...header, [part]: data.value }),
    onBlur: () => form.leave(`${path}.${part}`),
  });
  const removeWords = t('editor.header.remove', { name: name === '' ? String(number) : name });
  return (
    <div className={styles.row}>
      <Input
        {...half('name', nameProblem !== undefined)}
        className={styles.name}
        data-header-name=""
        onPaste={onPaste}
      />
      <Input
        {...half('value', valueProblem !== undefined && nameProblem === undefined)}
        className={styles.value}
        title={value}
      />
      <Button
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={removeWords}
        title={removeWords}
        onClick={onRemove}
      />
      {problem !== undefined && (
        <p id={id} role="alert" className={styles.problem}>
          <ErrorCircleFilled className={styles.problemIcon} />
          {t(`problem.${problem}`)}
        </p>
      )}
    </div>
  );
}

interface HeaderRowsProps {
  readonly form: PresetForm;
  readonly path: `targets.${string}.requests.${number}`;
  readonly headers: Headers;
  readonly onChange: (headers: Headers) => void;
  /** Rows have come, gone or moved. */
  readonly onRearrange: (headers: Headers) => void;
}

/** Headers as rows. A block of them that is pasted into a name becomes a row for each. */
export function HeaderRows({ form, path, headers, onChange, onRearrange }: HeaderRowsProps): ReactNode {
  const styles = useStyles();
  const common = useEditorStyles();
  const group = useRef<HTMLFieldSetElement>(null);
  const { problemOf } = form;
  const names = (): NodeListOf<HTMLElement> | undefined =>
    group.current?.querySelectorAll<HTMLElement>('[data-header-name]');
  const add = (): void => {
    onRearrange([...headers, { name: '', value: '' }]);
    requestAnimationFrame(() => names()?.[headers.length]?.focus());
  };
  const remove = (index: number): void => {
    onRearrange(headers.toSpliced(index, 1));
    requestAnimationFrame(() => {
      const left = names();
      const next = left?.[Math.min(index, left.length - 1)];
      (next ?? group.current?.querySelector<HTMLElement>('[data-add-header]'))?.focus();
    });
  };
  const paste = (event: ClipboardEvent, index: number): void => {
    const pasted = headersIn(event.clipboardData.getData('text/plain'));
    if (pasted === undefined) return;
    event.preventDefault();
    onRearrange(headers.toSpliced(index, 1, ...pasted).slice(0, presetLimits.headers));
  };
  const groupProblem = problemWords(problemOf(`${path}.headers`)).validationMessage;
  return (
    <fieldset ref={group} className={styles.group}>
      {headers.length === 0 ? (
        <legend className="spoken">{t('editor.headers')}</legend>
      ) : (
        <legend className={styles.legend}>{t('editor.headers')}</legend>
      )}
      {headers.map(({ name, value }, index) => (
        // Rows have no names of their own: which one it is follows from its place.
        <HeaderRow
          key={index}
          form={form}
          path={`${path}.headers.${index}`}
          number={index + 1}
          header={{ name, value }}
          onChange={(next) => onChange(headers.with(index, next))}
          onPaste={(event) => paste(event, index)}
          onRemove={() => remove(index)}
        />
      ))}
      {groupProblem !== undefined && (
        <p role="alert" className={common.quiet}>
          {groupProblem}
        </p>
      )}
      <div className={styles.foot}>
        <Button
          data-add-header=""
          name={`${path}.headers`}
          size="small"
          appearance="subtle"
          icon={<AddRegular />}
          disabledFocusable={headers.length >= presetLimits.headers}
          onClick={add}
        >
          {t('editor.headers.add')}
        </Button>
        {headers.length > 0 && <span className={common.quiet}>{t('editor.headers.help')}</span>}
      </div>
    </fieldset>
  );
}
