import { quoteForPosix } from '../snippets/quoting';

/** Lines for the command line that a page offers to copy. They are named, so that no page can copy a text of its own. */
export const commandLineTextNames = [
  'example',
  'az-alias-posix',
  'az-alias-powershell',
  'az-alias-fish',
  'completion-bash',
  'completion-zsh',
  'completion-fish',
  'completion-powershell',
] as const;
export type CommandLineTextName = (typeof commandLineTextNames)[number];

/**
 * @param command what starts the command line, quoted as this system's shell needs it
 */
export const commandLineTexts = (command: string): Readonly<Record<CommandLineTextName, string>> => ({
  example: `${command} get-access-token --resource https://graph.microsoft.com`,
  'az-alias-posix': `alias az=${quoteForPosix(`${command} az`)}`,
  'az-alias-powershell': `function az { ${command} az @args }`,
  'az-alias-fish': `function az; ${command} az $argv; end`,
  'completion-bash': `source <(${command} completion bash)`,
  'completion-zsh': `source <(${command} completion zsh)`,
  'completion-fish': `${command} completion fish | source`,
  'completion-powershell': `${command} completion powershell | Out-String | Invoke-Expression`,
});
