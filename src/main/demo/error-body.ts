import { randomUUID } from 'node:crypto';
import { isAdfs, type TenantChoice } from './directory';
import type { EntraError } from './errors';
import { json, type Reply } from './http';

/** What Entra puts under every refusal, so that an administrator can find it in the sign-in log. */
export interface Trace {
  readonly correlationId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A refusal of the token endpoint, as the authority that was asked words it. */
export function refusalReply(choice: TenantChoice | undefined, error: EntraError, trace: Trace): Reply {
  const { status = 400, retryAfter } = error.details;
  const body = choice && isAdfs(choice) ? adfsBody(error) : entraBody(error, trace);
  return json(body, status, retryAfterHeader(retryAfter));
}

/** @param seconds undefined for no such header */
export const retryAfterHeader = (seconds: number | undefined): Readonly<Record<string, string>> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };

/** A refusal as the fields that the browser posts to the application. */
export function refusalFields(
  choice: TenantChoice,
  error: EntraError,
  trace: Trace,
): Readonly<Record<string, string>> {
  if (isAdfs(choice)) return adfsBody(error);
  const { error: code, error_description, suberror, claims } = entraBody(error, trace);
  return {
    error: code,
    error_description,
    ...(suberror !== undefined && { suberror }),
    ...(claims !== undefined && { claims }),
  };
}

function entraBody({ details, message }: EntraError, { correlationId, now }: Trace) {
  const traceId = randomUUID();
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    error: details.error,
    error_description: `${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [details.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(details.suberror !== undefined && { suberror: details.suberror }),
    ...(details.claims !== undefined && { claims: details.claims }),
  };
}

// AD FS numbers its refusals otherwise, and gives neither trace nor suberror.
const adfsNumbers: Readonly<Record<string, string>> = {
  invalid_client: 'MSIS9622',
  unauthorized_client: 'MSIS9223',
  invalid_grant: 'MSIS9615',
  invalid_scope: 'MSIS9329',
};

const adfsBody = ({ details: { error, text } }: EntraError) => ({
  error,
  error_description: `${adfsNumbers[error] ?? 'MSIS9604'}: ${text}`,
});
