/** What the doctor looks at, found out by whoever can. */
export interface DoctorFacts {
  readonly versions: { readonly program: string; readonly electron: string; readonly system: string };
  /** Whether what is kept on disk is encrypted by the system. */
  readonly hasKeyring: boolean;
  /** As Chromium says it: `DIRECT`, `PROXY proxy.contoso.com:8080`. */
  readonly proxy: string;
  readonly reached: readonly ReachedAddress[];
  /** How far the clock of this computer is behind that of the service, in ms; below 0 ahead; absent: not known. */
  readonly clockSkew?: number;
}

export interface ReachedAddress {
  readonly what: 'sign-in' | 'resource-manager';
  readonly cloud: string;
  readonly address: string;
  /** ms; absent where it was not reached */
  readonly took?: number;
  /** Plain words, where it was not reached. */
  readonly problem?: string;
}
