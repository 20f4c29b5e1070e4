import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { KeyRegular, PersonKeyRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ConsumerWish } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { cutAfterLines } from '../cut-after-lines';
import { command } from '../run-command';
import { apiOf, type KnownApi } from './api-names';
import { useApis } from './use-apis';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: '4px 12px 8px',
    // However many there are, the page keeps most of the window.
    maxHeight: '40vh',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    flex: '0 0 auto',
    listStyleType: 'none',
  },
  wish: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '12px 12px 12px 16px',
    borderRadius: '10px',
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  what: { flex: '1 1 220px', minWidth: 0, display: 'flex', gap: '12px' },
  icon: { flex: '0 0 auto', fontSize: '20px', color: tokens.colorBrandForeground2 },
  words: { flex: '1 1 0', minWidth: 0 },
  title: { lineHeight: '20px', ...cutAfterLines(3) },
  address: {
    display: 'block',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  buttons: { flex: '0 0 auto', display: 'flex', gap: '8px', marginLeft: 'auto' },
  button: { minWidth: 'auto' },
});

/** What programs have asked for and a person has to decide or do. */
export function Wishes(): ReactNode {
  const styles = useStyles();
  const waiting = useSnapshot(({ endpoint }) => endpoint.waiting);
  const signIns = useSnapshot(({ endpoint }) => endpoint.signInsNeeded);
  const { all: apis } = useApis();
  if (waiting.length + signIns.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('wishes.title')}>
      {waiting.map((wish) => (
        <AskedFor key={`${wish.consumerId} ${wish.resource}`} wish={wish} apis={apis} />
      ))}
      {signIns.map((wish) => (
        <SignInNeeded key={`${wish.consumerId} ${wish.resource} sign-in`} wish={wish} apis={apis} />
      ))}
    </ul>
  );
}

interface WishProps {
  readonly wish: ConsumerWish;
  readonly apis: readonly KnownApi[];
}

function AskedFor({ wish: { consumerId, consumerName, resource }, apis }: WishProps): ReactNode {
  const styles = useStyles();
  const api = apiOf(apis, resource).name;
  const answer = (allow: boolean): void => command('answerConsumer', { consumerId, resource, allow });
  const named = { name: consumerName, api };
  return (
    <li className={styles.wish}>
      <span className={styles.what}>
        <KeyRegular className={styles.icon} aria-hidden />
        <span className={styles.words}>
          <span className={styles.title}>{t('wish.wants', named)}</span>
          <span className={styles.address} title={resource}>
            {resource}
          </span>
        </span>
      </span>
      <span className={styles.buttons}>
        <Button
          className={styles.button}
          appearance="primary"
          aria-label={t('wish.allow.spoken', named)}
          onClick={() => answer(true)}
        >
          {t('wish.allow')}
        </Button>
        <Button
          className={styles.button}
          aria-label={t('wish.refuse.spoken', named)}
          onClick={() => answer(false)}
        >
          {t('wish.refuse')}
        </Button>
      </span>
    </li>
  );
}

function SignInNeeded({ wish: { consumerId, consumerName, resource }, apis }: WishProps): ReactNode {
  const styles = useStyles();
  const named = { name: consumerName, api: apiOf(apis, resource).name };
  return (
    <li className={styles.wish}>
      <span className={styles.what}>
        <PersonKeyRegular className={styles.icon} aria-hidden />
        <span className={mergeClasses(styles.words, styles.title)}>{t('wish.sign-in.text', named)}</span>
      </span>
      <span className={styles.buttons}>
        <Button
          className={styles.button}
          appearance="primary"
          aria-label={t('wish.sign-in.spoken', named)}
          onClick={() => command('signInForConsumer', { consumerId, resource })}
        >
          {t('wish.sign-in')}
        </Button>
      </span>
    </li>
  );
}
