import { isTemplate, type CopyFormat } from '../../../shared/copy-format';
import type { OwnTemplate } from '../../../shared/own-template';
import { tokenStandIn } from '../../../shared/snippets/masked-token';
import type { SnippetInput, SnippetToken } from '../../../shared/snippets/snippet-input';
import { snippet } from '../../../shared/snippets/snippets';
import { fillTemplate, parseTemplate } from '../../../shared/snippets/template';

/** What a preview is made from: all that a snippet is, without the token. */
export type PreviewSource = Omit<SnippetInput, 'token'> & {
  readonly token: Omit<SnippetToken, 'accessToken'>;
};

const inputOf = (source: PreviewSource): SnippetInput => ({
  ...source,
  token: { ...source.token, accessToken: tokenStandIn },
});

/** The text that would be copied, with a stand-in for the token. Nothing where none can be made. */
export function previewText(
  format: CopyFormat,
  source: PreviewSource,
  templates: readonly Pick<OwnTemplate, 'id' | 'text'>[],
): string | undefined {
  if (isTemplate(format)) {
    const template = templates.find(({ id }) => id === format);
    return template && templatePreview(template.text, source);
  }
  try {
    return snippet(format, inputOf(source));
  } catch {
    return undefined;
  }
}

export function templatePreview(text: string, source: PreviewSource): string | undefined {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return undefined;
  try {
    return fillTemplate(parsed.parts, inputOf(source));
  } catch {
    return undefined;
  }
}
