import { Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { catalogue } from '../../../shared/catalogue/catalogue';
import type { CloudDraft } from '../../../shared/cloud';
import type { FieldProblems } from '../../../shared/drafts';
import { t } from '../../../shared/messages';
import { Disclosure } from '../Disclosure';
import { problemWords } from '../form/problem-words';
import { focusFirst } from '../sheet/Sheet';
import { isAdfsAuthority } from './cloud-drafts';

/** Enough to see what they look like; the catalogue's page shows each. */
const catalogueIds = ['resource-manager', 'graph', 'key-vault', 'storage'].join(', ');

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '16px', paddingTop: '12px', paddingBottom: '4px' },
  more: { display: 'flex', flexDirection: 'column', gap: '16px', paddingTop: '12px' },
  table: { fontFamily: tokens.fontFamilyMonospace, fontSize: '12px' },
});

interface CloudFieldsProps {
  readonly draft: CloudDraft;
  readonly problems: FieldProblems<CloudDraft>;
  /** The optional fields are shown from the start. */
  readonly moreOpen: boolean;
  readonly onChange: (part: Partial<CloudDraft>) => void;
  readonly onLeave: (field: keyof CloudDraft) => void;
}

/** The form of a custom cloud. */
export function CloudFields({ draft, problems, moreOpen, onChange, onLeave }: CloudFieldsProps): ReactNode {
  const styles = useStyles();
  const plain = { spellCheck: false, autoComplete: 'off' } as const;
  const isAdfs = isAdfsAuthority(draft.authority);
  const line = (name: 'name' | 'authority' | 'armEndpoint' | 'armAudience') => ({
    ...plain,
    name,
    value: draft[name],
    onChange: (_event: unknown, { value }: { readonly value: string }) => onChange({ [name]: value }),
    onBlur: () => onLeave(name),
  });
  return (
    <div className={styles.fields}>
      <Field label={t('cloud-form.name')} {...problemWords(problems.name)}>
        <Input {...line('name')} {...focusFirst} placeholder={t('cloud-form.name.example')} />
      </Field>
      <Field
        label={t('cloud-form.authority')}
        hint={t(isAdfs ? 'cloud-form.authority.adfs' : 'cloud-form.authority.help')}
        {...problemWords(problems.authority)}
      >
        <Input {...line('authority')} type="url" placeholder={t('cloud-form.authority.example')} />
      </Field>
      <Disclosure summary={t('cloud-form.more')} open={moreOpen}>
        <div className={styles.more}>
          <Field
            label={t('cloud-form.arm-endpoint')}
            hint={t('cloud-form.arm-endpoint.help')}
            {...problemWords(problems.armEndpoint)}
          >
            <Input {...line('armEndpoint')} type="url" placeholder={t('cloud-form.arm-endpoint.example')} />
          </Field>
          <Field label={t('cloud-form.arm-audience')} {...problemWords(problems.armAudience)}>
            <Input {...line('armAudience')} placeholder={t('cloud-form.arm-audience.example')} />
          </Field>
          <Field
            label={t('cloud-form.resources')}
            hint={t('cloud-form.resources.help', { ids: catalogueIds, count: catalogue.length })}
            {...problemWords(problems.resources)}
          >
            <Textarea
              {...plain}
              name="resources"
              textarea={{ className: styles.table }}
              rows={4}
              resize="vertical"
              value={draft.resources}
              placeholder={t('cloud-form.resources.example')}
              onChange={(_event, { value }) => onChange({ resources: value })}
              onBlur={() => onLeave('resources')}
            />
          </Field>
        </div>
      </Disclosure>
    </div>
  );
}
