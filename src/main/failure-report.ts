import type { FailureView } from '../shared/failure';
import { t } from '../shared/messages';
import type { ClientApplicationView } from '../shared/snapshot';

/** A failure as plain text for an administrator: what they need to find it in the sign-in log, and no token. */
export function failureReport(
  { kind, details, preset }: FailureView,
  clientApplication: ClientApplicationView | undefined,
): string {
  const name = preset?.name ?? t('failure.this-account');
  const { text, error, suberror, code, correlationId, traceId, happenedOn } = details;
  const lines = [
    t('report.title'),
    t('report.what', { what: t(`failure.${kind}.what`, { name }) }),
    t('report.time', { time: new Date(happenedOn).toISOString() }),
    code === undefined ? undefined : t('report.code', { code }),
    error === undefined ? undefined : t('report.error', { error }),
    suberror === undefined ? undefined : t('report.suberror', { suberror }),
    correlationId === undefined ? undefined : t('report.correlation-id', { id: correlationId }),
    traceId === undefined ? undefined : t('report.trace-id', { id: traceId }),
    clientApplication === undefined ? undefined : t('report.client-id', { id: clientApplication.clientId }),
    clientApplication === undefined ? undefined : t('report.tenant', { tenant: clientApplication.tenant }),
    t('report.text', { text }),
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
