import type { Command } from 'commander';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type CompletionShell = (typeof shells)[number];

/** A command with what may follow it. */
interface Node {
  /** `account list` */
  readonly path: string;
  readonly words: readonly string[];
  readonly descriptions: ReadonlyMap<string, string>;
  /** By option, the values it takes. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

function nodesOf(command: Command, path: readonly string[] = []): readonly Node[] {
  const children = command.commands.filter((each) => each.name() !== 'help');
  const options = command.options.filter(({ hidden }) => !hidden);
  const descriptions = new Map<string, string>();
  for (const each of children) descriptions.set(each.name(), each.description());
  for (const { argChoices = [], description } of command.registeredArguments)
    for (const each of argChoices) descriptions.set(each, description);
  for (const each of options) if (each.long) descriptions.set(each.long, each.description);
  const values = new Map<string, readonly string[]>();
  for (const each of options) {
    const choices = each.argChoices ?? knownValues[each.long ?? ''];
    if (choices === undefined) continue;
    for (const name of [each.long, each.short]) if (name) values.set(name, choices);
  }
  return [
    { path: path.join(' '), words: [...descriptions.keys()], descriptions, values },
    ...children.flatMap((each) => nodesOf(each, [...path, each.name()])),
  ];
}

const knownValues: Readonly<Record<string, readonly string[] | undefined>> = {
  '--output': ['json', 'jsonc', 'yaml', 'yamlc', 'table', 'tsv', 'none'],
};

/** What a shell loads once, so that Tab completes commands, options and their values. Nothing is asked of the program. */
export function completionScript(shell: CompletionShell, program: Command): string {
  const nodes = nodesOf(program);
  switch (shell) {
    case 'bash':
      return bash(nodes);
    case 'zsh':
      return zsh(nodes);
    case 'fish':
      return fish(nodes);
    case 'powershell':
      return powershell(nodes);
  }
}

/** Names hold letters, digits and hyphens only. */
const list = (words: readonly string[]): string => words.join(' ');

function bash(nodes: readonly Node[]): string {
  const valueCases = nodes.flatMap(({ path, values }) =>
    [...values].map(
      ([option, words]) =>
        `    "${path}|${option}") COMPREPLY=($(compgen -W "${list(words)}" -- "$word")); return ;;`,
    ),
  );
  const wordCases = nodes.map(({ path, words }) => `    "${path}") words="${list(words)}" ;;`);
  const paths = nodes.map(({ path }) => path).filter((path) => path !== '');
  return `# Completion of token-tray. In bash: source <(token-tray completion bash)
_token_tray() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path="" words="" each next
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    next="\${path:+$path }$each"
    case "$next" in
      ${paths.map((path) => `"${path}"`).join('|')}) path="$next" ;;
    esac
  done
  case "$path|$previous" in
${valueCases.join('\n')}
  esac
  case "$path" in
${wordCases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _token_tray token-tray
`;
}

/** Not bash's function: zsh takes arrays apart in another way, and its `path` is where programs are looked for. */
function zsh(nodes: readonly Node[]): string {
  const valueCases = nodes.flatMap(({ path, values }) =>
    [...values].map(([option, words]) => `    "${path}|${option}") compadd -- ${list(words)}; return ;;`),
  );
  const wordCases = nodes.map(({ path, words }) => `    "${path}") compadd -- ${list(words)} ;;`);
  const paths = nodes.map(({ path }) => path).filter((path) => path !== '');
  return `#compdef token-tray
# Completion of token-tray. In zsh, after compinit: source <(token-tray completion zsh)
_token_tray() {
  local place="" each next
  for each in "\${(@)words[2,CURRENT-1]}"; do
    next="\${place:+$place }$each"
    case "$next" in
      ${paths.map((path) => `"${path}"`).join('|')}) place="$next" ;;
    esac
  done
  case "$place|\${words[CURRENT-1]}" in
${valueCases.join('\n')}
  esac
  case "$place" in
${wordCases.join('\n')}
  esac
  case "$place" in
    "presets import"|"presets export") _files ;;
  esac
}
compdef _token_tray token-tray
`;
}

const fishQuoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function fish(nodes: readonly Node[]): string {
  const lines = nodes.flatMap(({ path, descriptions, values }) => {
    const condition = fishQuoted(`__token_tray_at ${fishQuoted(path)}`);
    return [...descriptions].map(([word, description]) => {
      const about = `-d ${fishQuoted(description)}`;
      if (!word.startsWith('--'))
        return `complete -c token-tray -f -n ${condition} -a ${fishQuoted(word)} ${about}`;
      const choices = values.get(word);
      const value = choices === undefined ? '' : ` -x -a ${fishQuoted(list(choices))}`;
      return `complete -c token-tray -n ${condition} -l ${word.slice(2)}${value} ${about}`;
    });
  });
  const paths = nodes.map(({ path }) => path).filter((path) => path !== '');
  return `# Completion of token-tray. In fish: token-tray completion fish | source
function __token_tray_at
  set -l path
  for each in (commandline -opc)[2..-1]
    set -l next (string trim -- "$path $each")
    if contains -- "$next" ${paths.map(fishQuoted).join(' ')}
      set path $next
    end
  end
  test "$path" = "$argv[1]"
end
${lines.join('\n')}
`;
}

const powershellQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function powershell(nodes: readonly Node[]): string {
  const table = nodes.map(
    ({ path, words }) => `    ${powershellQuoted(path)} = @(${words.map(powershellQuoted).join(', ')})`,
  );
  const values = nodes.flatMap(({ path, values: all }) =>
    [...all].map(
      ([option, words]) =>
        `    ${powershellQuoted(`${path}|${option}`)} = @(${words.map(powershellQuoted).join(', ')})`,
    ),
  );
  return `# Completion of token-tray. In PowerShell: token-tray completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName token-tray -ScriptBlock {
  param($word, $line, $position)
  $after = @{
${table.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $path = ''
  $previous = ''
  foreach ($each in $line.CommandElements | Select-Object -Skip 1) {
    $text = $each.ToString()
    if ($text -eq $word) { continue }
    $next = if ($path) { "$path $text" } else { $text }
    if ($after.ContainsKey($next)) { $path = $next }
    $previous = $text
  }
  $words = if ($values.ContainsKey("$path|$previous")) { $values["$path|$previous"] } else { $after[$path] }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
