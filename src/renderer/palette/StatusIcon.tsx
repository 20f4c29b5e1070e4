import type { ReactNode } from 'react';
import type { TokenStatusName } from '../../shared/token-status';

/** Where there is no token yet, the words say it all. */
type ShownStatus = Exclude<TokenStatusName, 'none'>;

const disc = 'M8 14.5a6.5 6.5 0 1 0 0-13a6.5 6.5 0 0 0 0 13z';

/** `full`: drawn out of a full disc, so that what counts is seen first. */
const shapes: Readonly<Record<ShownStatus, { readonly lines: string; readonly full?: true }>> = {
  acquiring: { lines: 'M13.9 8A5.9 5.9 0 1 1 8 2.1' },
  valid: { lines: 'M5.1 8.3l2 2l3.8-4.2', full: true },
  expiring: { lines: 'M8 4.6V8.3l2.4 1.5', full: true },
  expired: { lines: `${disc}M8 4.6V8.3l2.4 1.5` },
  'sign-in-needed': { lines: 'M7 2.2h5.3v11.6H7M2.2 8h6.6M6.4 5.6L8.8 8l-2.4 2.4' },
  failed: { lines: 'M8 4.4v4.2M8 11.2v.1', full: true },
};

export function StatusIcon({ status }: { readonly status: ShownStatus }): ReactNode {
  const { lines, full } = shapes[status];
  return (
    <svg
      className="status-icon lines"
      width={14}
      height={14}
      viewBox="0 0 16 16"
      aria-hidden
      focusable={false}
    >
      {full && <path className="disc" d={disc} />}
      <path className={full && 'on-disc'} d={lines} />
    </svg>
  );
}
