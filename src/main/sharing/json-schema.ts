import { z } from 'zod';
import { presetFileSchema } from '../../shared/preset-file';

/** The schema of a file with presets as JSON Schema, for editors and checks: draft 7, which all of them know. */
export const presetFileJsonSchema = (): object => ({
  $comment: 'Written by `npm run schema`.',
  title: 'Presets of Token Tray',
  ...z.toJSONSchema(presetFileSchema, { target: 'draft-7', io: 'input' }),
});
