import type { JsonPath } from './positions';

/** Something wrong in a file that is good JSON. */
export interface Problem {
  /** Of the member it is about, which need not be there. */
  readonly path: JsonPath;
  /** Whether the member's name is what is wrong, not its value. */
  readonly at?: 'name';
  readonly reason: string;
}

/** Where in a file something is wrong. Lines and columns (UTF-16 code units) begin at 1. */
export interface WrongPlace {
  readonly line: number;
  readonly column: number;
  /** `clientApplications[1].tenant`; empty for the file's outermost object and for what is no JSON. */
  readonly path: string;
}

/** Why a file is refused. */
export interface Wrong {
  /** Absent where it is about the file as a whole. */
  readonly place?: WrongPlace;
  /** What is expected, in a plain sentence. */
  readonly reason: string;
}
