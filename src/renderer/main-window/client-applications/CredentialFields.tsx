import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import type { CredentialInfo } from '../../../shared/client-application';
import type { CredentialProblem, CredentialProblems } from '../../../shared/credential-draft';
import { credentialLimits } from '../../../shared/credential-limits';
import { t } from '../../../shared/messages';
import { problemWords } from '../form/problem-words';
import { readFiles, type CredentialForm } from './credential-form';
import { SavedCredential } from './SavedCredential';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '16px' },
  kinds: { marginLeft: '-8px' },
  certificate: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  pem: { width: '100%' },
  text: { fontFamily: tokens.fontFamilyMonospace, fontSize: '12px' },
  file: { display: 'flex', gap: '8px', alignItems: 'center', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface CredentialFieldsProps {
  readonly form: CredentialForm;
  readonly problems: CredentialProblems;
  readonly onChange: (part: Partial<CredentialForm>) => void;
  /** What is in use now, if there is anything. */
  readonly saved?: CredentialInfo | undefined;
}

/** How a service principal proves who it is. What is entered goes one way: it is never shown again. */
export function CredentialFields({ form, problems, onChange, saved }: CredentialFieldsProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      {saved !== undefined && <SavedCredential saved={saved} />}
      <Field label={t('credential.kind')}>
        <RadioGroup
          className={styles.kinds}
          layout="horizontal"
          name="kind"
          value={form.kind}
          onChange={(_event, { value }) =>
            onChange({ kind: value === 'certificate' ? 'certificate' : 'secret' })
          }
        >
          <Radio value="secret" label={t('credential.kind.secret')} />
          <Radio value="certificate" label={t('credential.kind.certificate')} />
        </RadioGroup>
      </Field>
      {form.kind === 'secret' ? (
        <SecretField form={form} problem={problems.secret} onChange={onChange} saved={saved} />
      ) : (
        <CertificateFields form={form} problems={problems} onChange={onChange} saved={saved} />
      )}
    </div>
  );
}

interface SecretFieldProps extends Omit<CredentialFieldsProps, 'problems'> {
  readonly problem: CredentialProblem | undefined;
}

function SecretField({ form, problem, onChange, saved }: SecretFieldProps): ReactNode {
  return (
    <Field label={t('credential.secret')} hint={t('credential.secret.help')} {...problemWords(problem)}>
      <Input
        name="secret"
        type="password"
        value={form.secret}
        placeholder={saved?.type === 'secret' ? t('credential.secret.replace') : ''}
        maxLength={credentialLimits.secretLength}
        autoComplete="off"
        spellCheck={false}
        onChange={(_event, { value }) => onChange({ secret: value })}
      />
    </Field>
  );
}

function CertificateFields({ form, problems, onChange, saved }: CredentialFieldsProps): ReactNode {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [fileProblem, setFileProblem] = useState<CredentialProblem>();
  const change = (part: Partial<CredentialForm>): void => {
    setFileProblem(undefined);
    onChange(part);
  };
  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(currentTarget.files ?? [])];
    // The same file can be chosen once more.
    currentTarget.value = '';
    if (files.length === 0) return;
    // A file that is gone since it was chosen is like one that makes no sense.
    const read = await readFiles(files).catch(() => undefined);
    if (read?.ok === true) change(read.part);
    else setFileProblem(read?.problem ?? 'certificate-damaged');
  };
  const problem = problemWords(fileProblem ?? problems.certificate);
  return (
    <>
      <div className={styles.certificate}>
        {form.pfx === undefined ? (
          <Field
            className={styles.pem}
            label={t('credential.certificate')}
            hint={t('credential.certificate.help')}
            {...problem}
          >
            <Textarea
              name="certificate"
              textarea={{ className: styles.text }}
              value={form.pem}
              rows={5}
              placeholder={
                saved?.type === 'certificate'
                  ? t('credential.certificate.replace')
                  : t('credential.certificate.example')
              }
              maxLength={credentialLimits.pemLength}
              autoComplete="off"
              spellCheck={false}
              onChange={(_event, { value }) => change({ pem: value })}
            />
          </Field>
        ) : (
          <Field label={t('credential.certificate')} {...problem}>
            <div role="group" className={styles.file}>
              <DocumentRegular aria-hidden />
              {t('credential.file', { name: form.pfx.name })}
            </div>
          </Field>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept=".pem,.pfx,.p12,.crt,.cer,.key"
          onChange={(event) => void choose(event)}
        />
        <div className={styles.buttons}>
          <Button onClick={() => chooser.current?.click()}>{t('credential.choose-file')}</Button>
          {form.pfx !== undefined && (
            <Button appearance="subtle" onClick={() => change({ pfx: undefined })}>
              {t('credential.remove-file')}
            </Button>
          )}
        </div>
      </div>
      <Field
        label={t('credential.passphrase')}
        hint={t('credential.passphrase.help')}
        {...problemWords(problems.passphrase)}
      >
        <Input
          name="passphrase"
          type="password"
          value={form.passphrase}
          maxLength={credentialLimits.passphraseLength}
          autoComplete="off"
          spellCheck={false}
          onChange={(_event, { value }) => onChange({ passphrase: value })}
        />
      </Field>
    </>
  );
}
