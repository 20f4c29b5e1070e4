import { Radio, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { SubscriptionView, TenantView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { command } from '../run-command';
import { isKnownState } from './subscription-states';

const useStyles = makeStyles({
  group: { margin: 0, padding: '0 12px 8px 32px', border: 'none', minWidth: 0 },
  subscription: { display: 'flex', alignItems: 'center', gap: '8px' },
  radio: { flex: '1 1 0', minWidth: 0 },
  label: { flex: '1 1 0', minWidth: 0, paddingTop: '6px', paddingBottom: '6px' },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  nameLine: { display: 'flex', alignItems: 'center', gap: '8px' },
  name: { flex: '0 1 auto', minWidth: 0, lineHeight: '20px', color: tokens.colorNeutralForeground1 },
  quiet: {
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
  },
  state: {
    flex: '0 0 auto',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorStatusWarningForeground3,
  },
});

interface SubscriptionListProps {
  readonly accountId: string;
  readonly tenant: TenantView;
}

/** The subscriptions of a tenant; the chosen one is what `{subscriptionId}` stands for. */
export function SubscriptionList({ accountId, tenant }: SubscriptionListProps): ReactNode {
  const styles = useStyles();
  const group = useId();
  return (
    <fieldset className={styles.group}>
      <legend className="spoken">{t('subscriptions.choose', { name: tenant.name })}</legend>
      {tenant.subscriptions.map((subscription) => (
        <SubscriptionChoice
          key={subscription.id}
          subscription={subscription}
          group={group}
          onChoose={() =>
            command('selectSubscription', {
              accountId,
              tenantId: tenant.id,
              subscriptionId: subscription.id,
            })
          }
        />
      ))}
    </fieldset>
  );
}

interface SubscriptionChoiceProps {
  readonly subscription: SubscriptionView;
  readonly group: string;
  readonly onChoose: () => void;
}

function SubscriptionChoice({
  subscription: { id, name, state, isDefault },
  group,
  onChoose,
}: SubscriptionChoiceProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.subscription}>
      <Radio
        className={styles.radio}
        name={group}
        value={id}
        checked={isDefault}
        onChange={onChoose}
        label={{
          className: styles.label,
          children: (
            <>
              <span className={styles.nameLine}>
                <span className={mergeClasses(styles.line, styles.name)} title={name}>
                  {name}
                </span>{' '}
                {state !== 'Enabled' && (
                  <span className={styles.state}>
                    {isKnownState(state) ? t(`subscription.${state}`) : state}
                  </span>
                )}
              </span>{' '}
              <span className={mergeClasses(styles.line, styles.quiet)} title={id}>
                {id}
              </span>
            </>
          ),
        }}
      />
    </div>
  );
}
