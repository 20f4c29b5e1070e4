import { Button } from '@fluentui/react-components';
import { useRef, useState, type SyntheticEvent, type ReactNode } from 'react';
import { checkPreset } from '../../../shared/drafts';
import type { PresetDraft } from '../../../shared/preset';
import { describeAccess } from '../../../shared/scopes';
import type { PresetView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { focusField } from '../form/focus-field';
import { useDraftForm } from '../form/use-draft-form';
import { runCommand } from '../run-command';
import { Sheet } from '../sheet/Sheet';
import { DiscardQuestion } from './DiscardQuestion';
import { PresetFields } from './PresetFields';

function draftOf(preset: PresetView | undefined, name: string): PresetDraft {
  if (preset === undefined) return { name, accessKind: 'resource', access: '', sampleUrl: '' };
  const { kind, text } = describeAccess(preset.scopes);
  return { name: preset.name, accessKind: kind, access: text, sampleUrl: preset.request.url };
}

interface PresetSheetProps {
  /** Absent: a new one. */
  readonly presetId?: string;
  /** For a new one: what the person has typed already. */
  readonly name?: string;
  readonly onClose: () => void;
}

/** Adds or edits a preset. What was typed is not lost by a stray Esc: it asks first. */
export function PresetSheet({ presetId, name = '', onClose }: PresetSheetProps): ReactNode {
  const preset = useSnapshot(({ presets }) => presets.find(({ id }) => id === presetId));
  const form = useRef<HTMLFormElement>(null);
  const [asking, setAsking] = useState(false);
  const { draft, changed, problems, set, leave, submit } = useDraftForm(draftOf(preset, name), checkPreset);
  const editing = presetId !== undefined;

  const save = async (): Promise<void> => {
    const wrong = submit();
    if (wrong !== undefined) {
      focusField(form.current, wrong);
      return;
    }
    const { outcome } = editing
      ? await runCommand('editPreset', { presetId, draft })
      : await runCommand('addPreset', draft);
    if (outcome === 'done') onClose();
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    void save();
  };
  const closeOrAsk = (): void => {
    if (changed) setAsking(!asking);
    else onClose();
  };

  const buttons = asking ? (
    <DiscardQuestion onDiscard={onClose} onKeep={() => setAsking(false)} />
  ) : (
    <>
      <Button appearance="primary" type="submit" form="preset-form">
        {t(editing ? 'preset-form.save' : 'preset-form.add')}
      </Button>
      <Button onClick={closeOrAsk}>{t('preset-form.cancel')}</Button>
    </>
  );
  return (
    <Sheet
      title={t(editing ? 'preset-form.edit.title' : 'preset-form.add.title')}
      actions={buttons}
      onClose={closeOrAsk}
    >
      <form ref={form} id="preset-form" noValidate onSubmit={send}>
        <PresetFields draft={draft} problems={problems} onChange={set} onLeave={leave} />
      </form>
    </Sheet>
  );
}
