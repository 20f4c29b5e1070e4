import type { ServerError } from '@azure/msal-node';
import { z } from 'zod';
import type { Fetch } from './network-client';

const refusalSchema = z.looseObject({
  error: z.string(),
  error_description: z.string().optional().catch(undefined),
  suberror: z.string().optional().catch(undefined),
  error_codes: z.array(z.number()).optional().catch(undefined),
  correlation_id: z.string().optional().catch(undefined),
});
type Refusal = z.infer<typeof refusalSchema>;

/** By how much polling becomes slower each time (RFC 8628, section 3.5), in ms. */
const slower = 5000;

/**
 * The answers to polling for one device code. msal-node keeps nothing of a refusal but its OAuth error, as the text of
 * another one; and it takes `slow_down` for a refusal.
 */
export class DevicePollingAnswers {
  private isOn = false;
  private refusal: Refusal | undefined;
  private delay = 0;

  begin(): void {
    this.isOn = true;
  }

  /** The same `fetch`, with an answer that asks for slower polling delayed as it asks. */
  watched(fetch: Fetch): Fetch {
    return async (url, init) => {
      const response = await fetch(url, init);
      if (!this.isOn || init.method !== 'POST' || response.status !== 400) return response;
      const text = await response.text();
      const { status, headers } = response;
      return new Response(await this.look(text), { status, headers });
    };
  }

  /** What the service has said, where msal-node says only that it said no. */
  refusalOf(error: unknown, ServerErrorClass: typeof ServerError): unknown {
    const { refusal } = this;
    if (refusal === undefined || !isPollingRefused(error)) return error;
    const {
      error: code,
      error_description: text,
      suberror,
      error_codes: codes,
      correlation_id: id,
    } = refusal;
    return new ServerErrorClass(code, id ?? '', text, suberror, codes?.[0]?.toString());
  }

  private async look(text: string): Promise<string> {
    const refusal = refusalIn(text);
    const isSlowDown = refusal?.error === 'slow_down';
    if (isSlowDown) this.delay += slower;
    if (!isSlowDown && refusal?.error !== 'authorization_pending') {
      this.refusal = refusal;
      return text;
    }
    await new Promise((resolve) => setTimeout(resolve, this.delay).unref());
    return JSON.stringify({ ...refusal, error: 'authorization_pending' });
  }
}

function refusalIn(text: string): Refusal | undefined {
  try {
    return refusalSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const isPollingRefused = (error: unknown): boolean =>
  error instanceof Error && 'errorCode' in error && error.errorCode === 'post_request_failed';
