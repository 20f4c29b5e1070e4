import type { JsonPath } from './positions';

/** Something wrong in a file that is good JSON. */
export interface Problem {
  /** Of the member it is about, which need not be there. */
  readonly path: JsonPath;
  /** Whether the member's name is what is wrong, not its value. */
  readonly at?: 'name';
  readonly reason: string;
}
