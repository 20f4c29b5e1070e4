import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type FocusEvent, type ReactNode, type SyntheticEvent } from 'react';
import type { PresetPath } from '../../../shared/check-preset';
import { t } from '../../../shared/messages';
import type { PresetDraft } from '../../../shared/preset-draft';
import { useSnapshot } from '../../bridge/use-snapshot';
import { DiscardQuestion } from '../form/DiscardQuestion';
import { focusField } from '../form/focus-field';
import { useDiscardGuard } from '../form/use-discard-guard';
import { PageFrame } from '../pages/PageFrame';
import { awaitRow } from '../presets/awaited-row';
import { deletePreset } from '../presets/preset-commands';
import { runCommand } from '../run-command';
import { usePending } from '../use-pending';
import { cloudIdOf, editorClouds } from './editor-clouds';
import { EditorSections } from './EditorSections';
import { PreviewSection } from './PreviewSection';
import { placeOf, type SectionId } from './place-of';
import { splitDrafts } from './split-drafts';
import { useEditorKeys } from './use-editor-keys';
import { usePresetForm } from './use-preset-form';

const wide = '@media (min-width: 860px)';

const useStyles = makeStyles({
  form: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
  scroll: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    scrollPadding: '16px 0',
  },
  columns: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '592px',
    margin: '0 auto',
    padding: '4px 12px',
    [wide]: {
      maxWidth: '1100px',
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      alignItems: 'start',
      gap: '16px',
    },
  },
  column: { minWidth: 0 },
  preview: {
    marginBottom: '8px',
    padding: '12px 16px 16px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [wide]: { position: 'sticky', top: '4px' },
  },
  heading: { margin: '0 0 8px', fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  foot: {
    flex: '0 0 auto',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '592px',
    margin: '0 auto',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '12px',
    [wide]: { maxWidth: '1100px' },
  },
  gap: { flex: '1 1 0' },
  edge: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface EditorProps {
  readonly title: string;
  readonly initial: PresetDraft;
  /** The preset that is edited; absent for a new one. */
  readonly presetId?: string;
  /** Something else was asked for: it is asked whether what was typed may go. */
  readonly isAskedToLeave: boolean;
  readonly onStay: () => void;
  /** `then` is what is to be made next, when a preset was split. */
  readonly onSaved: (then: readonly PresetDraft[]) => void;
  readonly onClose: () => void;
}

/** The form for a preset. */
export function Editor(props: EditorProps): ReactNode {
  const { title, initial, presetId, isAskedToLeave, onStay, onSaved, onClose } = props;
  const styles = useStyles();
  const form = usePresetForm(initial);
  const { draft } = form;
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const clouds = useSnapshot((snapshot) => snapshot.clouds);
  const clientApplications = useSnapshot((snapshot) => snapshot.clientApplications);
  const clientApplication = useSnapshot((snapshot) => snapshot.clientApplication);
  const usedCloudId = cloudIdOf(
    { clientApplications, ...(clientApplication === undefined ? {} : { clientApplication }) },
    draft,
  );
  const [chosenCloudId, setCloudId] = useState<string>();
  const cloudId = chosenCloudId ?? usedCloudId;
  const [request, setRequest] = useState(0);
  const [open, setOpen] = useState<ReadonlySet<SectionId>>(() => new Set(['access', 'requests']));
  const [then, setThen] = useState<readonly PresetDraft[]>([]);
  const { form: element, asking, keep: goOn, closeOrAsk, onFocus } = useDiscardGuard(form.changed, onClose);
  const pending = usePending<'save' | 'delete'>();
  // A form begins in its first field.
  const awaited = useRef<PresetPath | undefined>('name');
  const preset = presets.find(({ id }) => id === presetId);

  // A field that was folded away is there after the next drawing.
  useEffect(() => {
    if (awaited.current === undefined) return;
    focusField(element.current, awaited.current);
    awaited.current = undefined;
  });
  const reveal = (path: PresetPath): void => {
    const place = placeOf(path);
    if (place.cloudId !== undefined) setCloudId(place.cloudId);
    if (place.request !== undefined) setRequest(place.request);
    const { section } = place;
    if (section !== undefined) setOpen((before) => new Set([...before, section]));
    awaited.current = path;
  };

  const save = async (): Promise<void> => {
    const before = new Set(presets.map(({ id }) => id));
    const outcome =
      presetId === undefined
        ? await runCommand('addPreset', draft)
        : await runCommand('editPreset', { presetId, draft });
    if (outcome.outcome === 'invalid') {
      const refused = form.refuse(outcome.problems);
      if (refused !== undefined) reveal(refused);
    }
    if (outcome.outcome !== 'done') return;
    awaitRow(({ id }) => (presetId === undefined ? !before.has(id) : id === presetId));
    onSaved(then);
  };
  const send = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    const wrong = form.submit();
    if (wrong === undefined) pending.start('save', save);
    else reveal(wrong);
  };
  useEditorKeys(send);
  const remove = (): void => {
    if (preset === undefined) return;
    deletePreset(preset);
    onClose();
  };

  const mayLeave = isAskedToLeave && !form.changed;
  useEffect(() => {
    if (mayLeave) onClose();
  }, [mayLeave, onClose]);
  const isAsking = asking || (isAskedToLeave && form.changed);
  const keep = (): void => {
    onStay();
    goOn();
  };
  const offered = editorClouds({ clouds }, draft, usedCloudId);
  return (
    <PageFrame title={title} onBack={isAskedToLeave ? keep : closeOrAsk}>
      <form
        ref={element}
        className={styles.form}
        aria-label={title}
        noValidate
        onSubmit={send}
        onFocus={(event: FocusEvent<HTMLFormElement, HTMLElement>) => {
          // The buttons below come and go with the question.
          if (event.target.closest('[data-form-foot]') === null) onFocus(event);
        }}
      >
        <div className={styles.scroll}>
          <div className={styles.columns}>
            <div className={styles.column}>
              <EditorSections
                form={form}
                clouds={offered}
                usedCloudId={usedCloudId}
                cloudId={cloudId}
                onCloud={(id) => {
                  setCloudId(id);
                  setRequest(0);
                }}
                request={request}
                onRequest={setRequest}
                open={open}
                onToggle={(section) =>
                  setOpen((before) => {
                    const after = new Set(before);
                    if (!after.delete(section)) after.add(section);
                    return after;
                  })
                }
                onSplit={(others) => setThen(splitDrafts(draft, cloudId, others))}
              />
            </div>
            <section className={styles.preview} aria-label={t('editor.preview')}>
              <h2 className={styles.heading}>{t('editor.preview')}</h2>
              <PreviewSection form={form} cloudId={cloudId} request={request} />
            </section>
          </div>
        </div>
        <div className={styles.edge}>
          <div className={styles.foot} data-form-foot="">
            {isAsking ? (
              <DiscardQuestion onDiscard={onClose} onKeep={keep} />
            ) : (
              <>
                <Button appearance="primary" type="submit" title={t('editor.save.hint')}>
                  {t(presetId === undefined ? 'preset-form.add' : 'preset-form.save')}
                </Button>
                <Button onClick={closeOrAsk}>{t('preset-form.cancel')}</Button>
                <span className={styles.gap} />
                {preset !== undefined && (
                  <Button appearance="subtle" icon={<DeleteRegular />} onClick={remove}>
                    {t('editor.delete')}
                  </Button>
                )}
              </>
            )}
          </div>
        </div>
      </form>
    </PageFrame>
  );
}
