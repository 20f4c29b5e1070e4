import { Button, Field, Input, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { requestMethods, type RequestMethod } from '../../../shared/request-methods';
import type { RequestDraft } from '../../../shared/preset-draft';
import { problemWords } from '../form/problem-words';
import { bodyFact, lacksContentType } from './body-facts';
import { withMethod } from './draft-changes';
import { plainText, useEditorStyles } from './editor-styles';
import { HeaderRows } from './HeaderRows';
import { requestIn } from './pasted-request';
import { Placeholders } from './Placeholders';
import type { PresetForm } from './use-preset-form';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '12px' },
  method: { flex: '0 0 96px', minWidth: '96px' },
  bodyLine: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  bodyLabel: { flex: '1 1 auto', lineHeight: '24px' },
  body: { width: '100%' },
});

interface RequestFieldsProps {
  readonly form: PresetForm;
  readonly path: `targets.${string}.requests.${number}`;
  readonly request: RequestDraft;
  /** There are others, so it needs a name. */
  readonly named: boolean;
  readonly onChange: (request: RequestDraft) => void;
}

const isMethod = (text: string): text is RequestMethod =>
  (requestMethods as readonly string[]).includes(text);

/** The fields of one request. */
export function RequestFields({ form, path, request, named, onChange }: RequestFieldsProps): ReactNode {
  const styles = useStyles();
  const common = useEditorStyles();
  const { leave, problemOf, forget } = form;
  const set = (part: Partial<RequestDraft>): void => onChange({ ...request, ...part });
  const { name, method, url, headers, body } = request;
  return (
    <div className={styles.fields}>
      <div className={common.line}>
        <Field className={styles.method} label={t('editor.request.method')}>
          <Select
            value={method}
            onChange={(_event, { value }) => {
              if (isMethod(value)) onChange(withMethod(request, value));
            }}
          >
            {requestMethods.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
        <Field
          className={common.grow}
          label={t('editor.request.url')}
          {...problemWords(problemOf(`${path}.url`))}
        >
          <Input
            {...plainText}
            name={`${path}.url`}
            type="url"
            value={url}
            placeholder={t('preset-form.sample-url.example')}
            onChange={(_event, { value }) => set({ url: value })}
            onPaste={(event) => {
              const pasted = requestIn(event.clipboardData.getData('text/plain'));
              if (pasted === undefined) return;
              event.preventDefault();
              forget(`${path}.`);
              onChange({ ...pasted, name });
            }}
            onBlur={() => leave(`${path}.url`)}
          />
        </Field>
      </div>
      <Placeholders request={request} />
      {(named || name !== '') && (
        <Field label={t('editor.request.name')} {...problemWords(problemOf(`${path}.name`))}>
          <Input
            name={`${path}.name`}
            value={name}
            placeholder={t('editor.request.name.example')}
            onChange={(_event, { value }) => set({ name: value })}
            onBlur={() => leave(`${path}.name`)}
          />
        </Field>
      )}
      <HeaderRows
        form={form}
        path={path}
        headers={headers}
        onChange={(next) => set({ headers: [...next] })}
        onRearrange={(next) => {
          forget(`${path}.headers.`);
          set({ headers: [...next] });
        }}
      />
      {body === null ? (
        <Button
          className={common.start}
          size="small"
          appearance="subtle"
          icon={<AddRegular />}
          onClick={() => set({ body: '' })}
        >
          {t('editor.body.add')}
        </Button>
      ) : (
        <div>
          <div className={styles.bodyLine}>
            <label className={styles.bodyLabel} htmlFor={`${path}.body`}>
              {t('editor.body')}
            </label>
            {lacksContentType(request) && (
              <Button
                size="small"
                onClick={() =>
                  set({ headers: [...headers, { name: 'Content-Type', value: 'application/json' }] })
                }
              >
                {t('editor.body.json')}
              </Button>
            )}
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t('editor.body.remove')}
              title={t('editor.body.remove')}
              onClick={() => set({ body: null })}
            />
          </div>
          <Field {...problemWords(problemOf(`${path}.body`))}>
            <Textarea
              {...plainText}
              id={`${path}.body`}
              name={`${path}.body`}
              className={styles.body}
              textarea={{ className: common.code }}
              rows={Math.min(12, Math.max(3, body.split('\n').length))}
              resize="vertical"
              value={body}
              placeholder={t('editor.body.example')}
              onChange={(_event, { value }) => set({ body: value })}
              onBlur={() => leave(`${path}.body`)}
            />
          </Field>
          <BodyHint request={request} />
        </div>
      )}
    </div>
  );
}

/** What is to be noticed about a body and hinders nothing. */
function BodyHint({ request: { method, body } }: { readonly request: RequestDraft }): ReactNode {
  const common = useEditorStyles();
  const fact = body === null ? undefined : bodyFact(body);
  const isIdle = (method === 'GET' || method === 'HEAD') && body !== null;
  const hint =
    fact?.kind === 'not-json'
      ? fact.line === undefined || fact.column === undefined
        ? t('editor.body.not-json')
        : t('editor.body.not-json.at', { line: fact.line, column: fact.column })
      : isIdle
        ? t('editor.body.idle', { method })
        : undefined;
  return <div role="status">{hint === undefined ? null : <p className={common.quiet}>{hint}</p>}</div>;
}
