import { expect } from 'vitest';
import { zoe } from './demo/test-demo';
import { pick } from './identity/test-client';
import type { TestProgram } from './test-program';

/** Into the demo tenant, signed in as Zoë. */
export async function enterDemo(program: TestProgram): Promise<void> {
  program.person = pick(zoe);
  await program.commands.chooseDemo();
  await expect.poll(() => program.state.snapshot.account?.name).toBe(zoe);
}
