import { isTemplate, type BuiltInFormat, type CopyFormat } from '../copy-format';
import type { TemplateView } from '../offered-formats';
import { t } from '.';

/** What a format is called: a template by its name, as long as it is there. */
export function formatWords(
  format: CopyFormat,
  templates: readonly Pick<TemplateView, 'id' | 'name'>[],
): string {
  if (!isTemplate(format)) return t(`format.${format}`);
  return templates.find(({ id }) => id === format)?.name ?? t('format.template-gone');
}

/** Something that was copied; of a template, it has the name from then on. */
interface CopiedAs {
  readonly format: CopyFormat;
  readonly formatName?: string;
}

export const copiedFormatWords = ({ format, formatName }: CopiedAs): string =>
  formatName ?? formatWords(format, []);

const wordsOfTheirOwn = ['token', 'curl', 'authorization-header', 'powershell', 'environment'] as const;

const hasOwnWords = (format: BuiltInFormat): format is (typeof wordsOfTheirOwn)[number] =>
  (wordsOfTheirOwn as readonly BuiltInFormat[]).includes(format);

/** That something was copied: "Microsoft Graph token copied". */
export const copiedWords = (copied: CopiedAs, name: string): string =>
  copied.formatName === undefined && !isTemplate(copied.format) && hasOwnWords(copied.format)
    ? t(`copied.${copied.format}`, { name })
    : t('copied.other', { name, format: copiedFormatWords(copied) });

/** That it is there: "Microsoft Graph token on the clipboard". */
export const onClipboardWords = (copied: CopiedAs, name: string): string =>
  copied.formatName === undefined && !isTemplate(copied.format) && hasOwnWords(copied.format)
    ? t(`tray.clipboard.${copied.format}`, { name })
    : t('tray.clipboard.other', { name, format: copiedFormatWords(copied) });
