import { z } from 'zod';
import { copyFormats, templateFormatPattern, type TemplateFormat } from './copy-format';

export const builtInFormatSchema = z.enum(copyFormats);

export const templateFormatSchema = z.custom<TemplateFormat>(
  (value) => typeof value === 'string' && templateFormatPattern.test(value),
);

/** What can be copied, one's own templates too. That a template is still there is for whoever uses it to see. */
export const copyFormatSchema = z.union([builtInFormatSchema, templateFormatSchema]);
