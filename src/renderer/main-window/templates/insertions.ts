import { filters, placeholders, type Filter, type Placeholder } from '../../../shared/snippets/template';
import type { Shell } from '../../../shared/snippets/shell';

/** How a value is to be written; `none`: as it is. */
export type Quoting = Filter | 'none';
export const quotings: readonly Quoting[] = [...filters, 'none'];

/** The one to begin with: what stands in a command is quoted unless somebody says otherwise. */
export const usualQuoting = (shell: Shell): Quoting => (shell === 'windows' ? 'ps' : 'sh');

/** What is inserted for a placeholder. */
export const insertion = (placeholder: Placeholder, quoting: Quoting): string =>
  quoting === 'none' ? `{{${placeholder}}}` : `{{${placeholder}|${quoting}}}`;

export { placeholders };
