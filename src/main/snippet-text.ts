import { isTemplate, type CopyFormat } from '../shared/copy-format';
import { hasRequest } from '../shared/offered-formats';
import type { SampleRequest } from '../shared/preset';
import { databasePlaceholders } from '../shared/snippets/databases';
import type { SnippetInput } from '../shared/snippets/snippet-input';
import { snippet } from '../shared/snippets/snippets';
import { fillTemplate, needsRequest, parseTemplate } from '../shared/snippets/template';
import { placeholdersLeft } from './sample-requests';
import type { AppState } from './state';

/** What is copied, and what is to be said of it. */
export interface SnippetText {
  readonly text: string;
  /** Of a template. */
  readonly formatName?: string;
  /** `{placeholders}` that are left in it. */
  readonly placeholders: readonly string[];
}

/** The text of any format that is offered. @throws for one that is not */
export function snippetText(
  format: CopyFormat,
  input: SnippetInput,
  { templates }: Pick<AppState, 'templates'>,
): SnippetText {
  if (!isTemplate(format))
    return {
      text: snippet(format, input),
      placeholders:
        hasRequest(format) || format === 'acr-exchange'
          ? leftIn(input.request)
          : databasePlaceholders(format, input),
    };
  const template = templates.find(({ id }) => id === format);
  const parsed = template && parseTemplate(template.text);
  if (template === undefined || parsed?.ok !== true) throw new Error('There is no such template.');
  return {
    text: fillTemplate(parsed.parts, input),
    formatName: template.name,
    placeholders: needsRequest(parsed.parts) ? leftIn(input.request) : [],
  };
}

const leftIn = (request: SampleRequest | undefined): readonly string[] =>
  request === undefined ? [] : placeholdersLeft(request);
