import type { ReactNode } from 'react';
import type { CopyFormat } from '../../shared/copy-format';
import { formatKind, type FormatKind } from '../../shared/format-kinds';

/** Lines on a ground of 20 by 20. */
const lines: Readonly<Record<FormatKind, string>> = {
  token: 'M6.7 16.8a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM9.2 10.8l7.4-7.4M13.1 6.9l2.5 2.5',
  command: 'M4 5.4l4.4 4.4L4 14.2M10.4 15h5.8',
  header: 'M4.6 3h10.8v14H4.6zM7.4 6.6h5.2M7.4 10h5.2M7.4 13.4h2.8',
  console: 'M2.8 4h14.4v12H2.8zM5.6 7.4L8.4 10l-2.8 2.6M10 12.8h4',
  variable:
    'M13.6 6.4c-.5-1.3-1.8-2-3.6-2c-2.1 0-3.6 1-3.6 2.7c0 3.8 7.4 2 7.4 5.8c0 1.7-1.6 2.7-3.8 2.7c-2 0-3.4-.8-3.8-2.2M10 2.4v15.2',
  code: 'M7 6l-4 4l4 4M13 6l4 4l-4 4',
  file: 'M5 2.8h6.4L15 6.4v10.8H5zM11.4 2.8v3.6H15',
  database:
    'M4 5.4c0-1.4 2.7-2.4 6-2.4s6 1 6 2.4s-2.7 2.4-6 2.4s-6-1-6-2.4zM4 5.4v9.2c0 1.4 2.7 2.4 6 2.4s6-1 6-2.4V5.4',
  template:
    'M7.6 3.4c-2.4 0-1 5.4-3.6 6.6c2.6 1.2 1.2 6.6 3.6 6.6M12.4 3.4c2.4 0 1 5.4 3.6 6.6c-2.6 1.2-1.2 6.6-3.6 6.6',
};

export function FormatIcon({ format }: { readonly format: CopyFormat }): ReactNode {
  return (
    <svg className="lines" width={18} height={18} viewBox="0 0 20 20" focusable={false}>
      <path d={lines[formatKind(format)]} />
    </svg>
  );
}
