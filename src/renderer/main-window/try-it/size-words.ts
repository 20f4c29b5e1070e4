import { t } from '../../../shared/messages';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** A number of bytes as people say it. */
export function sizeWords(bytes: number): string {
  if (bytes < kilobyte) return t('size.bytes', { count: bytes });
  if (bytes < megabyte) return t('size.kilobytes', { count: rounded(bytes / kilobyte) });
  return t('size.megabytes', { count: rounded(bytes / megabyte) });
}

/** One digit behind the point below ten. */
const rounded = (value: number): string => (value < 9.95 ? value.toFixed(1) : String(Math.round(value)));
