import type { FailureView } from '../shared/failure';
import { t } from '../shared/messages';
import type { ClientApplicationView } from '../shared/snapshot';

/** A failure as plain text for an administrator: what they need to find it in the sign-in log, and no token. */
export function failureReport(
  { advice, names, details }: FailureView,
  client: ClientApplicationView | undefined,
  version: string,
): string {
  const { text, error, suberror, code, correlationId, traceId, happenedOn } = details;
  const { certificate, clockSkew, flow, host } = details;
  const lines = [
    t('report.title', { version }),
    t('report.what', { what: t(`failure.${advice}.what`, names) }),
    t('report.do', { advice: t(`failure.${advice}.do`, names) }),
    t('report.time', { time: new Date(happenedOn).toISOString() }),
    code === undefined ? undefined : t('report.code', { code }),
    error === undefined ? undefined : t('report.error', { error }),
    suberror === undefined ? undefined : t('report.suberror', { suberror }),
    correlationId === undefined ? undefined : t('report.correlation-id', { id: correlationId }),
    traceId === undefined ? undefined : t('report.trace-id', { id: traceId }),
    flow === undefined ? undefined : t('report.flow', { flow }),
    client === undefined ? undefined : t('report.client-id', { id: client.clientId }),
    client === undefined ? undefined : t('report.tenant', { tenant: client.tenant }),
    client === undefined ? undefined : t('report.cloud', { cloud: client.cloudName }),
    host === undefined ? undefined : t('report.host', { host }),
    certificate === undefined
      ? undefined
      : t('report.certificate', { ...certificate, date: new Date(certificate.validUntil).toISOString() }),
    clockSkew === undefined ? undefined : t('report.clock', { minutes: Math.round(clockSkew / 60_000) }),
    t('report.text', { text }),
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
