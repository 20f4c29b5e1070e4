import { Button } from '@fluentui/react-components';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { DiscardQuestion } from '../form/DiscardQuestion';
import { focusField } from '../form/focus-field';
import { useDiscardGuard } from '../form/use-discard-guard';
import { useDraftForm } from '../form/use-draft-form';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { usePending } from '../use-pending';
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
  const { draft, changed, problems, set, leave, submit } = useDraftForm(initial, (each) =>
    checkForm(each, taken, Date.now()),
  );
  const { form, asking, keep, closeOrAsk, onFocus } = useDiscardGuard(changed, onClose);
  const saving = usePending<'save'>();

  const save = async (): Promise<void> => {
    const wrong = submit();
    if (wrong !== undefined) {
      focusField(form.current, wrong);
      return;
    }
    const { outcome } =
      consumer === undefined
        ? await runCommand('addConsumer', draft)
        : await runCommand('editConsumer', { consumerId: consumer.id, draft });
    if (outcome === 'done') onClose();
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    saving.start('save', save);
  };
  return (
    <Sheet
      title={t(consumer === undefined ? 'consumer-form.add.title' : 'consumer-form.edit.title')}
      onClose={closeOrAsk}
      actions={
        asking ? (
          <DiscardQuestion onDiscard={onClose} onKeep={keep} />
        ) : (
          <>
            <Button appearance="primary" type="submit" form={formId}>
              {t(consumer === undefined ? 'consumer-form.add' : 'consumer-form.save')}
            </Button>
            <Button onClick={closeOrAsk}>{t('consumer-form.cancel')}</Button>
          </>
        )
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
