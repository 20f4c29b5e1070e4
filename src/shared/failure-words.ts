import type { FailureView } from './failure';
import { t } from './messages';
import { coarseWords } from './messages/time-words';

/** What happened, and what to do about it. */
export interface FailureWords {
  readonly what: string;
  readonly todo: string;
}

/** `dateWords` writes a date (ms since the epoch) for whoever reads it. */
export function failureWords(failure: FailureView, dateWords: (on: number) => string): FailureWords {
  const { advice } = failure;
  const names = namesIn(failure, dateWords);
  return { what: t(`failure.${advice}.what`, names), todo: t(`failure.${advice}.do`, names) };
}

function namesIn({ details, names, preset }: FailureView, dateWords: (on: number) => string) {
  const { certificate, host } = details;
  const reached = certificate?.host ?? host;
  const { validUntil } = certificate ?? {};
  return {
    preset: preset?.name ?? t('failure.name.preset'),
    Preset: preset?.name ?? t('failure.name.preset.first'),
    tenant: names.tenant ?? t('failure.name.tenant'),
    Tenant: names.tenant ?? t('failure.name.tenant.first'),
    client: names.client ?? t('failure.name.client'),
    Client: names.client ?? t('failure.name.client.first'),
    cloud: names.cloud ?? t('failure.name.cloud'),
    account: names.account ?? t('failure.name.account'),
    Account: names.account ?? t('failure.name.account.first'),
    host: reached ?? t('failure.name.host'),
    Host: reached ?? t('failure.name.host.first'),
    issuer: certificate?.issuer ?? t('failure.name.issuer'),
    until: validUntil === undefined ? t('failure.name.until') : dateWords(validUntil),
    proxy: host ?? t('failure.name.proxy'),
    skew: skewWords(details.clockSkew),
  };
}

/** How far the clock of this computer is off; `skew` in ms, above 0: behind. */
export function skewWords(skew: number | undefined): string {
  if (skew === undefined || skew === 0) return t('failure.skew.unknown');
  const span = coarseWords(Math.abs(skew));
  return skew > 0 ? t('failure.skew.behind', { span }) : t('failure.skew.ahead', { span });
}
