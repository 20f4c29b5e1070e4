import { useId, type ReactNode } from 'react';

/** The program's icon, `size` px wide; drawn as in assets/icons/source/app.svg. */
export function Mark({ size }: { readonly size: number }): ReactNode {
  const id = useId();
  return (
    <svg width={size} height={size} viewBox="0 0 1024 1024" aria-hidden focusable={false}>
      <defs>
        <linearGradient id={`${id}ground`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#3a3157" />
          <stop offset="1" stopColor="#1b1630" />
        </linearGradient>
        <linearGradient id={`${id}gold`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#ffd873" />
          <stop offset="1" stopColor="#ff9d3c" />
        </linearGradient>
      </defs>
      <rect width="1024" height="1024" rx="228" fill={`url(#${id}ground)`} />
      <path
        d="M512 176a336 336 0 0 1 336 336"
        fill="none"
        stroke="#fff"
        strokeOpacity=".16"
        strokeWidth="96"
      />
      <path
        d="M848 512A336 336 0 1 1 512 176"
        fill="none"
        stroke="#f7f3ff"
        strokeWidth="96"
        strokeLinecap="round"
      />
      <path
        fill={`url(#${id}gold)`}
        fillRule="evenodd"
        d="M304 512a208 208 0 1 1 416 0a208 208 0 1 1-416 0zM468 448a20 20 0 0 0-20 20v88a20 20 0 0 0 20 20h88a20 20 0 0 0 20-20v-88a20 20 0 0 0-20-20z"
      />
    </svg>
  );
}
