import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentDismissRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { importChoices, type ImportChoice, type ImportPreview } from '../../../shared/sharing-view';
import { Disclosure } from '../Disclosure';
import { PageContent } from '../pages/PageContent';
import { PageFrame } from '../pages/PageFrame';
import { EmptyState } from '../presets/EmptyState';
import { command, runCommand } from '../run-command';
import { SettingGroup } from '../settings/SettingGroup';
import { showToast } from '../toast/toast-store';
import { usePending } from '../use-pending';
import { ConflictRow } from './ConflictRow';
import { countOf, placed, usualChoices, withChoice, type PlacedItem } from './import-choices';
import { ImportWarnings } from './ImportWarnings';
import { PresetLine } from './PresetLine';
import { useSharingStyles } from './sharing-styles';

const useStyles = makeStyles({
  from: {
    margin: '0 4px 16px',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  all: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', padding: '4px 16px' },
  allWords: { fontSize: '12px', color: tokens.colorNeutralForeground3 },
  item: { padding: '8px 12px 8px 8px', contentVisibility: 'auto', containIntrinsicSize: 'auto 48px' },
  selectable: { display: 'flex', alignItems: 'center' },
  rest: { margin: '0 4px 16px' },
  unused: { margin: '4px 0 0', padding: 0, listStyleType: 'none', fontSize: '12px', lineHeight: '20px' },
  unusedItem: { display: 'flex', gap: '12px' },
  unusedName: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  reason: { flex: '0 1 auto', textAlign: 'right', color: tokens.colorNeutralForeground3 },
  foot: {
    flex: '0 0 auto',
    display: 'flex',
    gap: '8px',
    padding: '12px 20px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const cancel = (): void => command('cancelImport', {});

/** What an import would do. Nothing is done before its button is pressed, and then all of it at once. */
export function ImportPreviewPage({
  preview,
  notices,
}: {
  readonly preview: ImportPreview;
  readonly notices: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const { id, kind, file, name, items, unused } = preview;
  const [choices, setChoices] = useState(() => usualChoices(items));
  const importing = usePending<'import'>();
  const conflicts = placed(items, 'changed', 'name-taken');
  const fresh = placed(items, 'new');
  const same = placed(items, 'same');
  const count = countOf(choices);
  const choose = (those: readonly PlacedItem[], choice: ImportChoice): void =>
    setChoices(withChoice(choices, those, choice));
  const go = (): void =>
    importing.start('import', async () => {
      if (count === 0) return;
      const { outcome } = await runCommand('importPresets', { importId: id, choices: [...choices] });
      if (outcome !== 'done') return;
      showToast({
        text: t('import.done', { count }),
        action: { label: t('import.undo'), run: () => command('undoImport', { importId: id }) },
      });
    });
  const source = [name, file ?? t('import.preview.pasted'), t(`import.kind.${kind}`)]
    .filter((each) => each !== undefined)
    .join(' · ');
  return (
    <PageFrame title={t('import.preview.title')} onBack={cancel}>
      {notices}
      <PageContent>
        <p className={styles.from}>{t('import.preview.from', { source })}</p>
        {items.length === 0 && (
          <EmptyState
            icon={<DocumentDismissRegular />}
            title={t('import.empty.title')}
            text={t('import.empty.text')}
          />
        )}
        {conflicts.length > 0 && (
          <SettingGroup heading={t('import.group.conflicts')}>
            {conflicts.length > 1 && (
              <div className={styles.all} role="group" aria-label={t('import.for-all')}>
                <span className={styles.allWords}>{t('import.for-all')}</span>
                {importChoices.map((choice) => (
                  <Button key={choice} size="small" onClick={() => choose(conflicts, choice)}>
                    {t(`import.choice.${choice}`)}
                  </Button>
                ))}
              </div>
            )}
            {conflicts.map((one) => (
              <ConflictRow
                key={one.index}
                item={one.item}
                choice={choices[one.index] ?? 'skip'}
                onChoose={(choice) => choose([one], choice)}
              />
            ))}
          </SettingGroup>
        )}
        {fresh.length > 0 && (
          <SettingGroup heading={t('import.group.new')}>
            {fresh.length > 1 && <AllNew fresh={fresh} choices={choices} onChoose={choose} />}
            {fresh.map((one) => (
              <div key={one.index} className={styles.item}>
                <div className={styles.selectable}>
                  <Checkbox
                    aria-label={t('import.select', { name: one.item.name })}
                    checked={choices[one.index] !== 'skip'}
                    onChange={(_event, { checked }) => choose([one], checked === true ? 'take' : 'skip')}
                  />
                  <PresetLine {...one.item} />
                </div>
                <ImportWarnings warnings={one.item.warnings} />
              </div>
            ))}
          </SettingGroup>
        )}
        {same.length > 0 && (
          <div className={styles.rest}>
            <Disclosure
              summary={`${t('import.group.same')} (${same.length})`}
              open={fresh.length + conflicts.length === 0}
            >
              <ul className={styles.unused}>
                {same.map(({ item, index }) => (
                  <li key={index} className={styles.unusedItem}>
                    <span className={styles.unusedName}>{item.name}</span>
                    <span className={styles.reason}>{t('import.status.same')}</span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        )}
        {unused.length > 0 && (
          <div className={styles.rest}>
            <Disclosure summary={`${t('import.group.unused')} (${unused.length})`} open={items.length === 0}>
              <ul className={styles.unused}>
                {unused.map((each, index) => (
                  <li key={index} className={styles.unusedItem}>
                    <span className={styles.unusedName}>{each.name}</span>
                    <span className={styles.reason}>{each.reason}</span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        )}
      </PageContent>
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={count === 0} onClick={go}>
          {count === 0 ? t('import.nothing') : t('import.go', { count })}
        </Button>
        <Button onClick={cancel}>{t('import.cancel')}</Button>
      </div>
    </PageFrame>
  );
}

interface AllNewProps {
  readonly fresh: readonly PlacedItem[];
  readonly choices: readonly ImportChoice[];
  readonly onChoose: (those: readonly PlacedItem[], choice: ImportChoice) => void;
}

function AllNew({ fresh, choices, onChoose }: AllNewProps): ReactNode {
  const styles = useStyles();
  const shared = useSharingStyles();
  const taken = fresh.filter(({ index }) => choices[index] !== 'skip').length;
  return (
    <div className={`${styles.item} ${styles.selectable}`}>
      <Checkbox
        label={<span className={shared.text}>{t('import.select-all')}</span>}
        checked={taken === fresh.length ? true : taken > 0 ? 'mixed' : false}
        onChange={(_event, { checked }) => onChoose(fresh, checked === true ? 'take' : 'skip')}
      />
    </div>
  );
}
