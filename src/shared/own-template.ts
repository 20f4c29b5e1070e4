import { z } from 'zod';
import { templateFormatSchema } from './copy-format-schema';
import { templateLimits } from './own-template-limits';

/** A format of the person's own: a text with `{{placeholders}}`. */
export const ownTemplateSchema = z.strictObject({
  id: templateFormatSchema,
  name: z.string().min(1).max(templateLimits.nameLength),
  text: z.string().min(1).max(templateLimits.textLength),
});
export type OwnTemplate = z.infer<typeof ownTemplateSchema>;

/** What a person types into the form, unchecked. */
export const templateDraftSchema = z.strictObject({
  name: z.string().max(10_000),
  text: z.string().max(100_000),
});
export type TemplateDraft = z.infer<typeof templateDraftSchema>;
