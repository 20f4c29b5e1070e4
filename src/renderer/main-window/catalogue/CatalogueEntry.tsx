import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import type { OfferedRow } from '../../../shared/catalogue/offered-rows';
import { t } from '../../../shared/messages';
import { resourceLabel, scopeForResource } from '../../../shared/scopes';
import { isGuid } from '../../../shared/text-rules';
import { PresetIcon } from '../presets/PresetIcon';
import { InstanceField } from './InstanceField';
import { RowBadges } from './RowBadges';
import { RowDetails } from './RowDetails';

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const useStyles = makeStyles({
  entry: {
    borderRadius: '6px',
    // Entries out of sight are neither laid out nor painted.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 56px',
  },
  line: {
    boxSizing: 'border-box',
    minHeight: '56px',
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '8px',
    borderRadius: '6px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  icon: {
    flex: '0 0 auto',
    width: '32px',
    height: '32px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: '6px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  lines: { flex: '1 1 0', minWidth: 0 },
  nameLine: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '2px' },
  name: { ...cut, margin: 0, fontSize: '14px', fontWeight: 600, lineHeight: '20px' },
  resource: { ...cut, fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  buttons: { flex: '0 0 auto', display: 'flex', alignItems: 'center', gap: '4px' },
  button: { minWidth: 'auto' },
});

interface CatalogueEntryProps {
  readonly offered: OfferedRow;
  readonly cloudId: string;
  readonly added: boolean;
  readonly open: boolean;
  /** One entry's buttons are in the tab order; arrows lead to the others. */
  readonly current: boolean;
  readonly onAdd: (resource: string, instance: string | undefined) => void;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
}

/** What tells most of it: a GUID tells people nothing. */
const addressOf = ({ resource, target }: OfferedRow): string =>
  (isGuid(resource) ? target?.hosts[0] : undefined) ?? resourceLabel([scopeForResource(resource)]);

/** One API, with what one should know of it and one button. */
export function CatalogueEntry({
  offered,
  cloudId,
  added,
  open,
  current,
  onAdd,
  onToggle,
  onFocus,
}: CatalogueEntryProps): ReactNode {
  const styles = useStyles();
  const detailsId = useId();
  const nameId = useId();
  const { row, resource } = offered;
  const tabIndex = current ? 0 : -1;
  // The demo has one instance of everything.
  const asks = resource.includes('{') && cloudId !== 'demo';
  return (
    <li className={styles.entry} aria-labelledby={nameId} onFocus={onFocus}>
      <div className={styles.line}>
        <span className={styles.icon} aria-hidden>
          <PresetIcon icon={row.icon} />
        </span>
        <div className={styles.lines}>
          <div className={styles.nameLine}>
            <h3 id={nameId} className={styles.name} title={row.name}>
              {row.name}
            </h3>
            <RowBadges offered={offered} added={added} />
          </div>
          <div className={styles.resource} title={resource}>
            {addressOf(offered)}
          </div>
        </div>
        <div className={styles.buttons}>
          <Button
            className={styles.button}
            data-entry-stop
            tabIndex={tabIndex}
            aria-label={t('catalogue.add.named', { name: row.name })}
            onClick={() => {
              if (!asks) onAdd(resource, undefined);
              else if (!open) onToggle();
            }}
          >
            {t('catalogue.add')}
          </Button>
          <Button
            className={styles.button}
            data-entry-stop
            tabIndex={tabIndex}
            appearance="subtle"
            icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            aria-label={t('catalogue.details', { name: row.name })}
            onClick={onToggle}
          />
        </div>
      </div>
      {open && asks && <InstanceField offered={offered} cloudId={cloudId} onResource={onAdd} />}
      {open && <RowDetails id={detailsId} offered={offered} />}
    </li>
  );
}
