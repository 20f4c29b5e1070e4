import type { ReactNode } from 'react';

const Lines = ({ d }: { readonly d: string }): ReactNode => (
  <svg className="lines search-icon" width={20} height={20} viewBox="0 0 20 20" aria-hidden focusable={false}>
    <path d={d} />
  </svg>
);

export const SearchIcon = (): ReactNode => (
  <Lines d="M8.8 14.6a5.8 5.8 0 1 0 0-11.6a5.8 5.8 0 0 0 0 11.6zM13 13l4.2 4.2" />
);

export const BackIcon = (): ReactNode => <Lines d="M11.8 4.6L6.4 10l5.4 5.4" />;
