import { Button, Radio, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular, WarningRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import type { TenantView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { command } from '../run-command';
import { SubscriptionList } from './SubscriptionList';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '4px', paddingRight: '12px', paddingLeft: '8px' },
  radio: { flex: '1 1 0', minWidth: 0 },
  label: { flex: '1 1 0', minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  nameLine: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground1,
  },
  badge: {
    flex: '0 0 auto',
    padding: '0 6px',
    borderRadius: '6px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  quiet: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  unfold: { flex: '0 0 auto', minWidth: 'auto', color: tokens.colorNeutralForeground3 },
  problem: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '0 12px 8px 40px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
  },
  words: { flex: '1 1 160px', minWidth: 0, display: 'flex', alignItems: 'center', gap: '6px' },
  icon: { flex: '0 0 auto', fontSize: '16px', color: tokens.colorStatusWarningForeground3 },
  button: { maxWidth: '100%', minWidth: 'auto' },
});

interface TenantChoiceProps {
  readonly accountId: string;
  readonly tenant: TenantView;
  /** Of the radio buttons of all tenants. */
  readonly group: string;
  readonly canSignIn: boolean;
}

/** One tenant as a choice, with its subscriptions folded away unless it is the one in use. */
export function TenantChoice({ accountId, tenant, group, canSignIn }: TenantChoiceProps): ReactNode {
  const styles = useStyles();
  const { id, name, domain, isHome, isCurrent, problem, subscriptions } = tenant;
  const [unfolded, setUnfolded] = useState<boolean>();
  const listId = useId();
  const isUnfolded = unfolded ?? isCurrent;
  const count = subscriptions.length;
  const line = domain !== undefined && domain !== name ? domain : id;
  const signInHelps = canSignIn && (problem === 'sign-in-needed' || problem === 'second-factor');
  return (
    <li>
      <div className={styles.head}>
        <Radio
          className={styles.radio}
          name={group}
          value={id}
          checked={isCurrent}
          onChange={() => command('selectTenant', { accountId, tenantId: id })}
          label={{
            className: styles.label,
            children: (
              <>
                <span className={styles.nameLine}>
                  <span className={styles.line} title={name}>
                    {name}
                  </span>{' '}
                  {isHome && <span className={styles.badge}>{t('tenant.home.badge')}</span>}
                </span>{' '}
                {line !== name && (
                  <span className={mergeClasses(styles.line, styles.quiet)} title={line}>
                    {line}
                  </span>
                )}
              </>
            ),
          }}
        />
        {count > 0 && (
          <Button
            className={styles.unfold}
            appearance="subtle"
            size="small"
            iconPosition="after"
            icon={isUnfolded ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={isUnfolded}
            aria-controls={listId}
            aria-label={t('tenant.subscriptions.spoken', { count, name })}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {t('tenant.subscriptions', { count })}
          </Button>
        )}
      </div>
      {problem !== undefined && (
        <div className={styles.problem}>
          <span className={styles.words}>
            <WarningRegular className={styles.icon} />
            {t(`tenant.problem.${problem}`)}
          </span>
          {signInHelps && (
            <Button
              className={styles.button}
              size="small"
              title={name}
              onClick={() => command('signInForTenant', { accountId, tenant: id })}
            >
              <span className={styles.line}>{t('tenant.sign-in', { name })}</span>
            </Button>
          )}
        </div>
      )}
      <div id={listId} hidden={!isUnfolded}>
        {isUnfolded && count > 0 && <SubscriptionList accountId={accountId} tenant={tenant} />}
      </div>
    </li>
  );
}
