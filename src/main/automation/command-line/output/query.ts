import jmespath from 'jmespath';
import type { Json } from './answer';

/** What `--query` picks. @throws QueryProblem when the expression makes no sense, or does not fit */
export function runQuery(value: Json, expression: string): Json {
  try {
    // Its types know no JSON; what comes back is made of what went in.
    return (jmespath.search(value, expression) as Json | undefined) ?? null;
  } catch (error) {
    throw new QueryProblem(error instanceof Error ? error.message : String(error));
  }
}

export class QueryProblem extends Error {
  override readonly name = 'QueryProblem';
}
