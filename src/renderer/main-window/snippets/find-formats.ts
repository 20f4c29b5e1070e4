import type { CopyFormat, FormatGroup } from '../../../shared/copy-format';
import { formatWords } from '../../../shared/messages/format-words';
import type { OfferedGroup, TemplateView } from '../../../shared/offered-formats';

export interface FoundGroup {
  readonly id: FormatGroup;
  readonly formats: readonly { readonly format: CopyFormat; readonly name: string }[];
}

/** The formats whose names have every word of the query in them. */
export function findFormats(
  groups: readonly OfferedGroup[],
  templates: readonly TemplateView[],
  query: string,
): readonly FoundGroup[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ id, formats }) => ({
      id,
      formats: formats
        .map((format) => ({ format, name: formatWords(format, templates) }))
        .filter(({ format, name }) => {
          const text = `${name} ${format}`.toLocaleLowerCase();
          return words.every((word) => text.includes(word));
        }),
    }))
    .filter(({ formats }) => formats.length > 0);
}
