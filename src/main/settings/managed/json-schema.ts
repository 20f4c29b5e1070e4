import { z } from 'zod';
import { managedSettingsSchema } from '../../../shared/managed-settings';

/** The schema of the file as JSON Schema, for editors and checks: draft 7, which all of them know. */
export const managedSettingsJsonSchema = (): object => ({
  $comment: 'Written by `npm run schema`.',
  title: 'Managed settings of Token Tray',
  ...z.toJSONSchema(managedSettingsSchema, { target: 'draft-7', io: 'input' }),
});
