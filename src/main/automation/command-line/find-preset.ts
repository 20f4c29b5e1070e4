import type { Preset } from '../../../shared/preset';
import { CommandLineProblem } from './command-line-outcome';

/** By id, else by name. @throws CommandLineProblem where none or several fit */
export function findPreset(presets: readonly Preset[], wanted: string): Preset {
  const byId = presets.find(({ id }) => id === wanted);
  if (byId !== undefined) return byId;
  const name = wanted.trim().toLowerCase();
  const [only, second] = presets.filter((each) => each.name.trim().toLowerCase() === name);
  if (only === undefined)
    throw new CommandLineProblem(
      `Preset '${wanted}' not found. 'token-tray presets list' has those there are.`,
      1,
    );
  if (second !== undefined)
    throw new CommandLineProblem(
      `There are several presets called '${wanted}'. Use the id of one: 'token-tray presets list'.`,
      1,
    );
  return only;
}
