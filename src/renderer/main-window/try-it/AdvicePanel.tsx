import { Button } from '@fluentui/react-components';
import { ShieldKeyholeRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { MissingPermission, TrialAdvice } from '../../../shared/trial';
import { fullDate } from '../../time/full-date';
import { askWords } from '../claims/ask-words';
import { command } from '../run-command';
import { usePanelStyles } from './panel-styles';

/** What an answer means, and what can be done about it. */
export function AdvicePanel({ advice }: { readonly advice: TrialAdvice }): ReactNode {
  const styles = usePanelStyles();
  const { title, text, items = [], said } = wordsOf(advice);
  return (
    <section className={styles.panel} aria-label={t('try-it.advice')} tabIndex={0}>
      <p className={styles.title}>{title}</p>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      {said !== undefined && <p className={styles.said}>{t('try-it.said', { said })}</p>}
      {advice.kind === 'challenge' && (
        <Button
          className={styles.button}
          appearance="primary"
          icon={<ShieldKeyholeRegular />}
          onClick={() => command('satisfyTrial', {})}
        >
          {t('try-it.satisfy')}
        </Button>
      )}
    </section>
  );
}

interface Words {
  readonly title: string;
  readonly text?: string | undefined;
  readonly items?: readonly string[];
  readonly said?: string | undefined;
}

function wordsOf(advice: TrialAdvice): Words {
  switch (advice.kind) {
    case 'challenge':
      return { title: t('try-it.challenge'), text: t('claims.asks'), items: advice.asks.map(askWords) };
    case 'unauthorized':
      return {
        title: t(`try-it.unauthorized.${advice.reason}`),
        text: t(`try-it.unauthorized.${advice.reason}.todo`),
        said: advice.said,
      };
    case 'forbidden':
      return missingWords(advice.missing);
    case 'redirect':
      return {
        title: t('try-it.redirect', { host: advice.host }),
        text: t('try-it.redirect.why'),
        said: advice.location,
      };
    case 'not-found':
      return { title: t('try-it.not-found'), text: t('try-it.not-found.todo') };
    case 'throttled':
    case 'server':
      return {
        title: t(`try-it.${advice.kind}`),
        text:
          advice.retryAfter === undefined
            ? t(`try-it.${advice.kind}.todo`)
            : t('try-it.retry-after', { date: fullDate(advice.retryAfter) }),
      };
    case 'other-client':
      return { title: t('try-it.other-client'), text: t('try-it.other-client.todo') };
  }
}

function missingWords(missing: MissingPermission): Words {
  switch (missing.kind) {
    case 'action':
      return {
        title: t('try-it.missing.action', { action: missing.action }),
        text:
          missing.scope === undefined
            ? t(`try-it.missing.action.${missing.isDataAction ? 'data' : 'role'}`)
            : t(`try-it.missing.action.${missing.isDataAction ? 'data' : 'role'}.on`, {
                scope: missing.scope,
              }),
      };
    case 'permissions':
      return {
        title: t('try-it.missing.permissions'),
        items: missing.anyOf,
        ...(missing.has.length === 0
          ? {}
          : { said: t('try-it.missing.has', { has: missing.has.join(', ') }) }),
      };
    case 'roles':
      return {
        title: t('try-it.missing.roles'),
        items: missing.anyOf,
        text: t('try-it.missing.roles.todo'),
      };
    case 'access-policy':
      return {
        title: t('try-it.missing.access-policy', { permission: missing.permission, vault: missing.vault }),
        text: t('try-it.missing.access-policy.todo'),
      };
    case 'permission':
      return {
        title: t('try-it.missing.permission', { permission: missing.permission }),
        ...(missing.where === undefined ? {} : { text: t('try-it.missing.where', { where: missing.where }) }),
      };
    case 'network':
      return {
        title: t('try-it.missing.network'),
        text:
          missing.address === undefined
            ? t('try-it.missing.network.todo')
            : t('try-it.missing.network.address', { address: missing.address }),
      };
    case 'policy':
      return {
        title: t('try-it.missing.policy'),
        ...(missing.policy === undefined ? {} : { said: missing.policy }),
      };
    case 'unsaid':
      return { title: t('try-it.missing.unsaid'), text: t('try-it.missing.unsaid.todo'), said: missing.said };
  }
}
