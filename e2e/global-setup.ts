import { prepareEndToEnd } from '../build/prepare-e2e.mjs';

/** Puts the program, the runtime and the desktop's tools in place, also where a runner was started by hand. */
export default async function globalSetup(): Promise<void> {
  const { distPath } = await prepareEndToEnd();
  // Found and checked: the workers need not look again.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = distPath;
}
