import { Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { importChoices, type ImportChoice, type ImportItem } from '../../../shared/sharing-view';
import { Disclosure } from '../Disclosure';
import { ChangeList } from './ChangeList';
import { ImportWarnings } from './ImportWarnings';
import { PresetLine } from './PresetLine';

const useStyles = makeStyles({
  row: { padding: '12px 16px' },
  status: {
    margin: '4px 0 0 30px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
  },
  // From where the icon begins: three choices fit on a line of the narrowest usual window.
  choices: { marginLeft: '-8px', flexWrap: 'wrap' },
  changes: { margin: '0 0 0 30px' },
});

interface ConflictRowProps {
  readonly item: ImportItem;
  readonly choice: ImportChoice;
  readonly onChoose: (choice: ImportChoice) => void;
}

/** A preset that is like one there is: what differs, and what to do about it. */
export function ConflictRow({ item, choice, onChoose }: ConflictRowProps): ReactNode {
  const styles = useStyles();
  const { name, status, changes, warnings } = item;
  return (
    <div className={styles.row} role="group" aria-label={name}>
      <PresetLine {...item} />
      <div className={styles.status}>{t(`import.status.${status}`)}</div>
      <RadioGroup
        className={styles.choices}
        layout="horizontal"
        aria-label={t('import.choice', { name })}
        value={choice}
        onChange={(_event, { value }) => {
          const chosen = importChoices.find((each) => each === value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {importChoices.map((each) => (
          <Radio key={each} value={each} label={t(`import.choice.${each}`)} />
        ))}
      </RadioGroup>
      {changes.length > 0 && (
        <div className={styles.changes}>
          <Disclosure summary={t('import.changes', { count: changes.length })}>
            <ChangeList
              changes={changes}
              beforeLabel={t('import.change.before')}
              afterLabel={t('import.change.after')}
            />
          </Disclosure>
        </div>
      )}
      <ImportWarnings warnings={warnings} />
    </div>
  );
}
