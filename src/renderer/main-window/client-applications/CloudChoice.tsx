import { Button, Dropdown, Field, Option, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';

const useStyles = makeStyles({
  open: { alignSelf: 'flex-start', minWidth: 'auto', marginLeft: '-8px' },
  dropdown: { minWidth: 0, width: '100%' },
  value: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface CloudChoiceProps {
  /** Its id. */
  readonly value: string;
  readonly onChange: (cloudId: string) => void;
}

/**
 * The cloud of a new client application. It is the public one for nearly everybody, so the choice waits behind a
 * button, unless somebody has added clouds.
 */
export function CloudChoice({ value, onChange }: CloudChoiceProps): ReactNode {
  const styles = useStyles();
  const all = useSnapshot((snapshot) => snapshot.clouds);
  const [asked, setAsked] = useState(false);
  const clouds = all.filter(({ id }) => id !== 'demo');
  if (!asked && value === 'public' && clouds.every(({ origin }) => origin === 'built-in')) {
    return (
      <Button className={styles.open} appearance="subtle" onClick={() => setAsked(true)}>
        {t('cloud-choice.open')}
      </Button>
    );
  }
  const name = clouds.find(({ id }) => id === value)?.name ?? value;
  return (
    <Field label={t('cloud-choice.label')}>
      <Dropdown
        className={styles.dropdown}
        button={{ className: styles.value, autoFocus: asked }}
        value={name}
        selectedOptions={[value]}
        onOptionSelect={(_event, { optionValue }) => {
          if (optionValue !== undefined) onChange(optionValue);
        }}
      >
        {clouds.map((cloud) => (
          <Option key={cloud.id} value={cloud.id} text={cloud.name}>
            {cloud.name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
