/** Between single quotes nothing is special to bash, zsh and their kin. POSIX.1-2024, XCU 2.2.2 */
export const quoteForPosix = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * In a verbatim string only its own quotation mark is special, and PowerShell takes typographic ones for it, too.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export const quoteForPowerShell = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
