import { useId, useState, type ReactNode } from 'react';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { FormButtons } from '../form/FormButtons';
import { useDraftSheet } from '../form/use-draft-sheet';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { checkForm, draftOfConsumer } from './consumer-form';
import { ConsumerFields } from './ConsumerFields';

interface ConsumerSheetProps {
  /** The one to edit; absent: a new one. */
  readonly consumer?: ConsumerView;
  /** What it is called at first. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Adds or edits a program. The lines with the secret of a new one come next. */
export function ConsumerSheet({ consumer, name, onClose }: ConsumerSheetProps): ReactNode {
  const formId = useId();
  const consumers = useSnapshot(({ endpoint }) => endpoint.consumers);
  const [initial] = useState(() => draftOfConsumer(consumer, name, Date.now()));
  const taken = consumers.flatMap((each) => (each.id === consumer?.id ? [] : [each.name]));
  const { draft, problems, set, leave, form, asking, keep, closeOrAsk, onFocus, send } = useDraftSheet({
    initial,
    check: (each) => checkForm(each, taken, Date.now()),
    save: (each) =>
      consumer === undefined
        ? runCommand('addConsumer', each)
        : runCommand('editConsumer', { consumerId: consumer.id, draft: each }),
    onClose,
  });
  return (
    <Sheet
      title={t(consumer === undefined ? 'consumer-form.add.title' : 'consumer-form.edit.title')}
      onClose={closeOrAsk}
      actions={
        <FormButtons
          formId={formId}
          submit={t(consumer === undefined ? 'consumer-form.add' : 'consumer-form.save')}
          cancel={t('consumer-form.cancel')}
          asking={asking}
          onCancel={closeOrAsk}
          onDiscard={onClose}
          onKeep={keep}
        />
      }
    >
      <form ref={form} id={formId} noValidate onSubmit={send} onFocus={onFocus}>
        <ConsumerFields
          draft={draft}
          problems={problems}
          onChange={set}
          onLeave={leave}
          {...(consumer === undefined ? {} : { endsNow: consumer.expiresOn ?? null })}
        />
      </form>
    </Sheet>
  );
}
