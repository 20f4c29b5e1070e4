import { t } from '../../../shared/messages';
import type { SettingName } from '../../../shared/settings';
import { useSnapshot } from '../../bridge/use-snapshot';

/** The organisation's name, or words for it. */
export const useOrganisation = (): string =>
  useSnapshot(({ settings }) => settings.managedBy?.organisation) ?? t('managed.your-organisation');

/** Who has fixed a setting, in words; nothing where it can be changed. */
export function useLock(name: SettingName | undefined): string | undefined {
  const isLocked = useSnapshot(({ settings }) => name !== undefined && settings.locked.includes(name));
  const organisation = useOrganisation();
  return isLocked ? t('managed.set-by', { organisation }) : undefined;
}
