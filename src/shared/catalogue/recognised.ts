import type { SampleRequest } from '../preset';
import type { AzureCloud, CatalogueRow, RetiredApi } from './catalogue-row';

/** What of a pasted text is not taken over; the message catalogue has its words under `paste.dropped.<name>`. */
export type Dropped =
  | 'authorization'
  | 'api-key'
  | 'cookies'
  | 'credentials'
  | 'query-token'
  | 'sas'
  | 'browser-headers'
  | 'header-file'
  | 'body-file'
  | 'form'
  | 'long-body'
  | 'other-urls'
  | 'plain-http'
  | 'method';

/** A request as it can be read from a pasted text, whatever API it is for. */
export interface PastedRequest {
  readonly request: SampleRequest;
  readonly dropped: readonly Dropped[];
}

/** Why a pasted text leads nowhere; the message catalogue has its words under `paste.problem.<name>`. */
export type PasteProblem =
  | 'too-long'
  | 'is-token'
  | 'is-portal'
  | 'is-token-endpoint'
  | 'no-address'
  | 'address-too-long'
  | 'scopes-of-two-resources'
  | 'scopes-without-api';

/** What a pasted text is. `nothing`: words to search for. */
export type Recognised =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'catalogue';
      readonly row: CatalogueRow;
      /** The cloud that the address is one of. */
      readonly cloud: AzureCloud;
      readonly resource: string;
      /** Absent where only the resource was pasted. */
      readonly request?: SampleRequest;
      /** The name of the vault, account or organisation, where the address has one. */
      readonly instance?: string;
      readonly dropped: readonly Dropped[];
      /** Other rows with the same hosts. */
      readonly others: readonly CatalogueRow[];
    }
  /** An API that is in no catalogue: only its owner knows the resource. */
  | ({ readonly kind: 'own'; readonly host: string } & PastedRequest)
  | { readonly kind: 'retired'; readonly api: RetiredApi }
  | {
      readonly kind: 'scopes';
      readonly scopes: readonly string[];
      readonly resource: string;
      readonly row?: CatalogueRow;
      /** Where the API is, if the text says it. */
      readonly url?: string;
    }
  | { readonly kind: 'problem'; readonly problem: PasteProblem; readonly resources?: readonly string[] };
