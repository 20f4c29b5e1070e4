import { z } from 'zod';
import { acceleratorProblem, isAccelerator } from './accelerator';

/** A hotkey as Electron writes it: https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators */
export const acceleratorSchema = z.string().max(64).refine(isAccelerator);

/** One that may be had: a file written by hand must not take the letter A away from every program. */
export const hotkeySchema = acceleratorSchema.refine(
  (accelerator) => acceleratorProblem(accelerator) === undefined,
);
