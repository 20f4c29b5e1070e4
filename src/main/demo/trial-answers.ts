import { apiProblem } from './api-problems';
import type { Caller } from './caller';
import { json, type Reply, type Request } from './http';

/** Answers of all kinds, for trying out what a program makes of them. */

/** Refusals, each in the words of the service that its path names. */
export const forbiddenArm = (_request: Request, caller: Caller): Reply =>
  apiProblem(
    403,
    'AuthorizationFailed',
    `The client '${caller.upn ?? caller.preferred_username ?? ''}' with object id '${caller.oid ?? ''}' does not have authorization to perform action 'Microsoft.Compute/virtualMachines/read' over scope '/subscriptions/8475e15b-f2db-449f-a77c-ec42735fa041/resourceGroups/harbour' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );

export const forbiddenGraph = (_request: Request, caller: Caller): Reply =>
  apiProblem(
    403,
    'Forbidden',
    `Missing scope permissions on the request. API requires one of 'Reports.Read.All, Reports.ReadWrite.All'. Scopes on the request '${caller.scp ?? ''}'`,
  );

const mebibyte = 1024 * 1024;

/** A list of about three MiB. */
export function bigAnswer(): Reply {
  const value: object[] = [];
  for (let size = 0, id = 1; size < 3 * mebibyte; id += 1) {
    const item = {
      // More digits than a number in JavaScript has room for.
      id: `#${String(9_007_199_254_740_993n + BigInt(id))}#`,
      name: `Gauge ${String(id)} of the harbour`,
      readings: [id % 7, id % 11, id % 13],
      working: id % 5 !== 0,
    };
    size += JSON.stringify(item).length;
    value.push(item);
  }
  const { body, ...reply } = json({ value });
  return { ...reply, body: typeof body === 'string' ? body.replace(/"#(\d+)#"/g, '$1') : body };
}

/** Leads elsewhere, as a moved or a captured service does. */
export const redirect = (): Reply =>
  apiProblem(302, 'Found', 'It is elsewhere.', { location: 'https://elsewhere.example/api/echo' });

/** A picture of one pixel. */
export const picture = (): Reply => ({
  status: 200,
  headers: { 'content-type': 'image/png' },
  body: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
});

export const tooMany = (): Reply =>
  apiProblem(429, 'TooManyRequests', 'Wait a while.', { 'retry-after': '120' });

const longestWait = 30_000;

/** Answers after as many ms as the query's `ms` says. */
export async function slowAnswer({ url }: Request): Promise<Reply> {
  const wanted = Number(url.searchParams.get('ms') ?? '2000');
  const ms = Number.isFinite(wanted) ? Math.min(Math.max(wanted, 0), longestWait) : 0;
  await new Promise((resolve) => setTimeout(resolve, ms));
  return json({ waited: ms });
}

/** All headers as they have arrived, the token too, as a careless service does. */
export const headersAsTheyCame = ({ headers }: Request): Reply => json({ headers });
