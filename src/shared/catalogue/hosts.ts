/**
 * Whether a host is one of a pattern: `*.vault.azure.net` is every name below `vault.azure.net`, however deep;
 * elsewhere `*` stands for letters within one label (`*.crm*.dynamics.com`). Ports do not count.
 */
export function hostFits(pattern: string, host: string): boolean {
  return matches(labelsOf(pattern), labelsOf(host));
}

const labelsOf = (name: string): readonly string[] => name.toLowerCase().replace(/\.$/, '').split('.');

function matches(pattern: readonly string[], host: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  const below = first === '*';
  const wanted = below ? rest : pattern;
  const missing = host.length - wanted.length;
  if (below ? missing < 1 : missing !== 0) return false;
  return wanted.every((label, index) => labelFits(label, host[missing + index] ?? ''));
}

/** At most one `*` in a label, so that there is nothing to try out. */
function labelFits(pattern: string, label: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === label;
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return label.length >= start.length + end.length && label.startsWith(start) && label.endsWith(end);
}
