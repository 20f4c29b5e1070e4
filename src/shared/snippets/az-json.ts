import type { SnippetToken } from './snippet-input';

/**
 * What `az account get-access-token --output json` answers with, to the letter: keys in the order of the alphabet, times in
 * this computer's time zone and in seconds since the epoch.
 * https://learn.microsoft.com/cli/azure/account#az-account-get-access-token
 */
export function azJson({ accessToken, expiresOn, subscriptionId, tenantId }: SnippetToken): string {
  const answer = {
    accessToken,
    expiresOn: localTime(new Date(expiresOn)),
    expires_on: Math.floor(expiresOn / 1000),
    ...(subscriptionId === undefined ? {} : { subscription: subscriptionId }),
    tenant: tenantId,
    tokenType: 'Bearer',
  };
  return JSON.stringify(answer, undefined, 2);
}

/** `2026-01-31 09:05:00.000000`, in this computer's time zone: the form of az, which says no zone. */
export function localTime(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${day} ${time}.000000`;
}
