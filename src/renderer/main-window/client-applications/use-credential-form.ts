import { useState } from 'react';
import type { CredentialProblems } from '../../../shared/credential-draft';
import type { CommandOutcome } from '../../../shared/ipc';
import { emptyCredentialForm, isCredentialGiven, type CredentialForm } from './credential-form';

interface CredentialFormState {
  readonly form: CredentialForm;
  readonly problems: CredentialProblems;
  readonly isGiven: boolean;
  readonly change: (part: Partial<CredentialForm>) => void;
  /** Says beside the fields that there is nothing to save. */
  readonly missing: () => void;
  /** Says beside the fields what main has found in them. */
  readonly judge: (outcome: CommandOutcome) => void;
}

/** The fields of a credential. Only main can tell whether it is one, so problems come with a command's outcome. */
export function useCredentialForm(): CredentialFormState {
  const [form, setForm] = useState(emptyCredentialForm);
  const [problems, setProblems] = useState<CredentialProblems>({});
  return {
    form,
    problems,
    isGiven: isCredentialGiven(form),
    change: (part) => {
      setProblems({});
      setForm((before) => ({ ...before, ...part }));
    },
    missing: () =>
      setProblems(
        form.kind === 'secret' ? { secret: 'secret-missing' } : { certificate: 'certificate-missing' },
      ),
    judge: (outcome) => {
      if (outcome.outcome === 'invalid') setProblems(credentialProblems(outcome.problems));
    },
  };
}

type Problems = Extract<CommandOutcome, { outcome: 'invalid' }>['problems'];

function credentialProblems({ secret, certificate, passphrase }: Problems): CredentialProblems {
  return { secret, certificate, passphrase } as CredentialProblems;
}
