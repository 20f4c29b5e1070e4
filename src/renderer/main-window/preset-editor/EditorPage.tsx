import { useState, type ReactNode } from 'react';
import { draftOf } from '../../../shared/draft-of-preset';
import { t } from '../../../shared/messages';
import type { PresetDraft } from '../../../shared/preset-draft';
import { PageFrame } from '../pages/PageFrame';
import { draftOfCopy } from './draft-of-copy';
import { Editor } from './Editor';
import type { EditorTarget } from './editor-target';
import { useNewDraft } from './use-new-draft';
import { useShownPreset } from '../use-shown-preset';

interface EditorPageProps {
  readonly target: EditorTarget;
  readonly isAskedToLeave: boolean;
  readonly onStay: () => void;
  readonly onSaved: (then: readonly PresetDraft[]) => void;
  readonly onClose: () => void;
}

/** Adds or edits a preset. */
export function EditorPage({ target, ...rest }: EditorPageProps): ReactNode {
  return target.kind === 'add' ? (
    <NewPreset start={target.start} {...rest} />
  ) : (
    <OldPreset target={target} {...rest} />
  );
}

type Rest = Omit<EditorPageProps, 'target'>;

function NewPreset({ start, ...rest }: Rest & { readonly start: Partial<PresetDraft> }): ReactNode {
  const empty = useNewDraft();
  const [initial] = useState({ ...empty, ...start });
  return <Editor title={t('preset-form.add.title')} initial={initial} {...rest} />;
}

function OldPreset({
  target,
  ...rest
}: Rest & { readonly target: Exclude<EditorTarget, { kind: 'add' }> }): ReactNode {
  const shown = useShownPreset(target.presetId);
  // What is typed begins with the preset as it was; a change from elsewhere must not take it away.
  const [initial, setInitial] = useState<PresetDraft>();
  const title = t(target.kind === 'edit' ? 'preset-form.edit.title' : 'preset-form.copy.title');
  if (initial === undefined) {
    if (shown !== undefined)
      setInitial(target.kind === 'edit' ? draftOf(shown.preset) : draftOfCopy(shown.preset));
    return (
      <PageFrame title={title} onBack={rest.onClose}>
        {null}
      </PageFrame>
    );
  }
  return (
    <Editor
      title={title}
      initial={initial}
      {...(target.kind === 'edit' ? { presetId: target.presetId } : {})}
      {...rest}
    />
  );
}
