import type { FailureView } from './failure';
import { skewWords } from './failure-words';
import { t } from './messages';

/** A detail of a failure with its name. */
export interface FailureRow {
  readonly name: string;
  readonly value: string;
}

/**
 * Everything that is known of a failure, as an administrator asks for it, and no account. `timeWords` writes a time (ms
 * since the epoch) for whoever reads it.
 */
export function failureRows(
  { details, names, place }: FailureView,
  timeWords: (on: number) => string,
): readonly FailureRow[] {
  const { code, error, suberror, errorClass, correlationId, traceId, happenedOn, text } = details;
  const { flow, host, networkError, certificate, clockSkew, retryAfter } = details;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t('failure-details.code'), code],
    [t('failure-details.error'), joined([error ?? errorClass, suberror])],
    [t('failure-details.correlation-id'), correlationId],
    [t('failure-details.trace-id'), traceId],
    [t('failure-details.time'), timeWords(happenedOn)],
    [t('failure-details.client'), named(names.client, place?.clientId)],
    [t('failure-details.tenant'), named(names.tenant, place?.tenant)],
    [t('failure-details.cloud'), names.cloud],
    [t('failure-details.flow'), flow && t(`failure-details.flow.${flow}`)],
    [t('failure-details.retry-after'), retryAfter === undefined ? undefined : timeWords(retryAfter)],
    [t('failure-details.clock'), clockSkew === undefined ? undefined : skewWords(clockSkew)],
    [t('failure-details.network-error'), networkError],
    [t('failure-details.host'), host],
    [t('failure-details.certificate-reason'), certificate?.reason],
    [t('failure-details.certificate-issuer'), certificate?.issuer],
    [t('failure-details.certificate-subject'), certificate?.subject],
    [
      t('failure-details.certificate-until'),
      certificate?.validUntil === undefined ? undefined : timeWords(certificate.validUntil),
    ],
    [t('failure-details.raw-text'), text],
  ];
  return rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }]));
}

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

const named = (name: string | undefined, id: string | undefined): string | undefined =>
  name === undefined || id === undefined || name === id
    ? (name ?? id)
    : t('failure-details.named', { name, id });
