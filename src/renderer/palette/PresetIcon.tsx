import type { ReactNode } from 'react';
import type { PresetIcon as IconName } from '../../shared/preset';

/** Lines on a ground of 20 by 20. The main window's icons would bring Fluent along. */
const lines: Readonly<Record<IconName, string>> = {
  'resource-manager': 'M10 2.6l6.4 3.5v7.8L10 17.4l-6.4-3.5V6.1zM3.6 6.1L10 9.7l6.4-3.6M10 9.7v7.7',
  graph:
    'M7.4 9.4a2.7 2.7 0 1 0 0-5.4a2.7 2.7 0 0 0 0 5.4zM2.6 16.2c0-2.7 2-4.4 4.8-4.4s4.8 1.7 4.8 4.4M12.6 9.2a2.2 2.2 0 1 0-.3-4.3M14 12c2.1.3 3.4 1.8 3.4 4.2',
  'key-vault': 'M6.7 16.8a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM9.2 10.8l7.4-7.4M13.1 6.9l2.5 2.5',
  storage:
    'M10 7.2c3.3 0 6-1 6-2.2s-2.7-2.2-6-2.2S4 3.8 4 5s2.7 2.2 6 2.2zM4 5v10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2V5M4 10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2',
  devops:
    'M5.8 6.6a1.9 1.9 0 1 0 0-3.8a1.9 1.9 0 0 0 0 3.8zM5.8 17.2a1.9 1.9 0 1 0 0-3.8a1.9 1.9 0 0 0 0 3.8zM14.2 8.6a1.9 1.9 0 1 0 0-3.8a1.9 1.9 0 0 0 0 3.8zM5.8 6.6v6.8M14.2 8.6c0 3.2-3.4 2.9-6 3.5c-1.4.3-2.4.6-2.4 1.3',
  demo: 'M7.4 2.8h5.2M8.3 2.8v4.9l-4.1 7.2a1.5 1.5 0 0 0 1.3 2.3h9a1.5 1.5 0 0 0 1.3-2.3l-4.1-7.2V2.8M6 12h8',
  shield: 'M10 2.7c1.8 1.4 3.8 2 6 2.1v4.7c0 3.9-2.4 6.4-6 7.8c-3.6-1.4-6-3.9-6-7.8V4.8c2.2-.1 4.2-.7 6-2.1z',
  custom:
    'M10 17.2a7.2 7.2 0 1 0 0-14.4a7.2 7.2 0 0 0 0 14.4zM10 17.2c1.8 0 3.2-3.2 3.2-7.2S11.8 2.8 10 2.8S6.8 6 6.8 10s1.4 7.2 3.2 7.2zM3.2 7.7h13.6M3.2 12.3h13.6',
};

export function PresetIcon({ icon }: { readonly icon: IconName }): ReactNode {
  return (
    <svg className="lines" width={18} height={18} viewBox="0 0 20 20" focusable={false}>
      <path d={lines[icon]} />
    </svg>
  );
}
