import type { InspectionSlot } from '../../../shared/inspector/inspection';
import { command } from '../run-command';

/** Gets the preset's token, and opens the page that says what is in it. */
export const inspectPreset = (presetId: string, slot: InspectionSlot = 'first'): void =>
  command('inspectToken', { presetId, slot });
