import type { Checked, FieldProblem } from '../drafts';
import { parseAccess } from '../scopes';
import type { ConsumerDraft } from './consumer';
import { consumerLimits } from './consumer-limits';

/** A draft that was found to be right. */
export interface CheckedConsumer extends Omit<ConsumerDraft, 'resources' | 'expiresOn'> {
  readonly resources: readonly string[];
  readonly expiresOn: number | null;
}

/**
 * Checks the form for a consumer; the same check runs beside the field and again in main.
 * @param now ms since the epoch
 */
export function checkConsumer(draft: ConsumerDraft, now: number): Checked<CheckedConsumer, ConsumerDraft> {
  const name = draft.name.trim();
  const lines = resourceLines(draft.resources);
  const nameProblem: FieldProblem | undefined =
    name === '' ? 'name-missing' : name.length > consumerLimits.nameLength ? 'name-too-long' : undefined;
  const resourcesProblem = problemOfLines(lines, draft.asksForOthers);
  const expiryProblem: FieldProblem | undefined =
    draft.expiresOn !== null && draft.expiresOn <= now ? 'expiry-past' : undefined;
  if (nameProblem === undefined && resourcesProblem === undefined && expiryProblem === undefined)
    return { ok: true, value: { ...draft, name, resources: lines.map(resourceOf) } };
  return {
    ok: false,
    problems: {
      ...(nameProblem === undefined ? {} : { name: nameProblem }),
      ...(resourcesProblem === undefined ? {} : { resources: resourcesProblem }),
      ...(expiryProblem === undefined ? {} : { expiresOn: expiryProblem }),
    },
  };
}

/** One resource a line, each once. */
const resourceLines = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

function problemOfLines(lines: readonly string[], asksForOthers: boolean): FieldProblem | undefined {
  if (lines.length === 0) return asksForOthers ? undefined : 'resource-missing';
  if (lines.length > consumerLimits.resources) return 'resources-too-many';
  if (lines.some((line) => line.length > consumerLimits.resourceLength)) return 'access-too-long';
  for (const line of lines) {
    const read = parseAccess('resource', line);
    if (!read.ok) return read.problem;
  }
  return undefined;
}

/** Without the `/.default` that a scope ends with. */
function resourceOf(line: string): string {
  const read = parseAccess('resource', line);
  return read.ok ? read.resource : line;
}
