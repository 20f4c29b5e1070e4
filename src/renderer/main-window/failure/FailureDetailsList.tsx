import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { FailureView } from '../../../shared/failure';
import { fullDate } from '../../time/full-date';
import { t } from '../../../shared/messages';
import { command } from '../run-command';

const useStyles = makeStyles({
  list: {
    margin: '8px 0 0',
    padding: '12px',
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, auto) 1fr',
    columnGap: '12px',
    rowGap: '8px',
    borderRadius: '6px',
    fontSize: '12px',
    lineHeight: '16px',
    backgroundColor: tokens.colorNeutralBackground3,
    userSelect: 'text',
  },
  link: { marginLeft: '-8px', marginTop: '4px' },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** The details of a failure, as an administrator asks for them. */
export function FailureDetailsList({ failure }: { readonly failure: FailureView }): ReactNode {
  const styles = useStyles();
  const { details, names } = failure;
  const { certificate, code, error, suberror, errorClass, correlationId, traceId, happenedOn, text } =
    details;
  const named = [error ?? errorClass, suberror].filter((part) => part !== undefined).join(' · ');
  const rows = [
    [t('failure-sheet.code'), code],
    [t('failure-sheet.error'), named],
    [t('failure-sheet.correlation-id'), correlationId],
    [t('failure-sheet.trace-id'), traceId],
    [t('failure-sheet.time'), fullDate(happenedOn)],
    [t('failure-sheet.client'), names.client],
    [t('failure-sheet.tenant'), names.tenant],
    [
      t('failure-sheet.certificate'),
      certificate === undefined ? undefined : `${certificate.subject} · ${certificate.issuer}`,
    ],
    [t('failure-sheet.raw-text'), text],
  ] as const;
  return (
    <>
      <dl className={styles.list}>
        {rows.map(([term, value]) =>
          value === undefined || value === '' ? null : <DetailsRow key={term} term={term} value={value} />,
        )}
      </dl>
      {code !== undefined && (
        <Button
          className={styles.link}
          appearance="transparent"
          icon={<OpenRegular />}
          onClick={() => command('openHelpLink', { link: 'error-code' })}
        >
          {t('failure-sheet.error-code', { code })}
        </Button>
      )}
    </>
  );
}

function DetailsRow({ term, value }: { readonly term: string; readonly value: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
