import { LockClosedRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { SettingNote } from '../settings/SettingNote';

/** In place of what the organisation does not allow. */
export const ForbiddenLine = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <SettingNote icon={<LockClosedRegular />}>{children}</SettingNote>
);
