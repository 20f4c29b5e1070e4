import type { Settings } from '../../shared/settings';

/** Something else than the default for each. */
export const otherSettings: Settings = {
  theme: 'dark',
  language: 'en',
  defaultFormat: 'curl',
  signInFlows: 'device-code',
  paletteHotkey: 'Control+Alt+K',
  copyLastHotkey: 'Control+Alt+L',
  paletteReady: 'never',
  clipboardClearsAfter: 0,
  clipboardClearsOnQuit: false,
  clipboardClearsOnLock: false,
  notifyBeforeEnd: 0,
  notifyRenewalFailed: false,
  notifyCopied: false,
  keepFreshByDefault: true,
  startHidden: false,
  activityList: false,
  localEndpoint: true,
  localEndpointPort: 40_000,
  localEndpointPausesOnLock: false,
};
