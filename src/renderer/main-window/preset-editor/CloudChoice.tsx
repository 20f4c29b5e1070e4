import { Button, Field, Select, makeStyles } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { emptyTarget } from '../../../shared/draft-of-preset';
import { t } from '../../../shared/messages';
import { problemWords } from '../form/problem-words';
import { withTarget } from './draft-changes';
import { useEditorStyles } from './editor-styles';
import type { PresetForm } from './use-preset-form';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '8px 16px 16px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px' },
  field: { flex: '1 1 160px', minWidth: 0 },
});

/** A cloud that a preset can be set up in. */
export interface EditorCloud {
  readonly id: string;
  readonly name: string;
}

interface CloudChoiceProps {
  readonly form: PresetForm;
  readonly clouds: readonly EditorCloud[];
  /** The one in use for this preset. */
  readonly usedCloudId: string;
  readonly cloudId: string;
  readonly onChoose: (cloudId: string) => void;
}

/** Which cloud the resource and the requests below are for: they are called otherwise in each. */
export function CloudChoice({ form, clouds, usedCloudId, cloudId, onChoose }: CloudChoiceProps): ReactNode {
  const styles = useStyles();
  const common = useEditorStyles();
  const { draft, change, forget, problemOf } = form;
  const name = clouds.find(({ id }) => id === cloudId)?.name ?? cloudId;
  const isSetUp = draft.targets[cloudId] !== undefined;
  const hint = !isSetUp
    ? t('editor.cloud.none', { name })
    : draft.targets[usedCloudId] === undefined
      ? t('editor.cloud.not-in-use', {
          name: clouds.find(({ id }) => id === usedCloudId)?.name ?? usedCloudId,
        })
      : undefined;
  return (
    <div className={styles.whole}>
      <div className={styles.line}>
        <Field className={styles.field} label={t('editor.cloud')} {...problemWords(problemOf('targets'))}>
          <Select name="targets" value={cloudId} onChange={(_event, { value }) => onChoose(value)}>
            {clouds.map((cloud) => (
              <option key={cloud.id} value={cloud.id}>
                {draft.targets[cloud.id] === undefined ? t('editor.cloud.option.none', cloud) : cloud.name}
              </option>
            ))}
          </Select>
        </Field>
        {isSetUp ? (
          <Button
            icon={<DeleteRegular />}
            onClick={() => {
              forget(`targets.${cloudId}.`);
              change((before) => withTarget(before, cloudId, undefined));
            }}
          >
            {t('editor.cloud.remove')}
          </Button>
        ) : (
          <Button
            appearance="primary"
            icon={<AddRegular />}
            onClick={() => change((before) => withTarget(before, cloudId, emptyTarget()))}
          >
            {t('editor.cloud.set-up')}
          </Button>
        )}
      </div>
      {hint !== undefined && <p className={common.quiet}>{hint}</p>}
    </div>
  );
}
