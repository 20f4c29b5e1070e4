import { ensureBundle } from './bundle.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureRuntimeLibraries, ensureTestTools } from './system-packages.mjs';

/**
 * Puts in place what the end-to-end tests need. Quick and silent when it is all there.
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 * @throws {import('./script.mjs').SetUpError} when something has to be done by hand first
 */
export async function prepareEndToEnd() {
  const runtime = await ensureElectronRuntime();
  ensureRuntimeLibraries(runtime.executable);
  ensureTestTools();
  ensureBundle();
  return runtime;
}
