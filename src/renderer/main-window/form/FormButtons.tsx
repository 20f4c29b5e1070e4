import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DiscardQuestion } from './DiscardQuestion';

interface FormButtonsProps {
  /** Of the form that they belong to. */
  readonly formId: string;
  readonly submit: string;
  readonly cancel: string;
  /** It would be closed with something in it. */
  readonly asking: boolean;
  readonly onCancel: () => void;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

/** The buttons of a form in a sheet, or what is asked before it is closed. */
export function FormButtons({
  formId,
  submit,
  cancel,
  asking,
  onCancel,
  onDiscard,
  onKeep,
}: FormButtonsProps): ReactNode {
  if (asking) return <DiscardQuestion onDiscard={onDiscard} onKeep={onKeep} />;
  return (
    <>
      <Button appearance="primary" type="submit" form={formId}>
        {submit}
      </Button>
      <Button onClick={onCancel}>{cancel}</Button>
    </>
  );
}
