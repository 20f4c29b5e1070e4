/** What MSAL would get: an answer, or an error with its cause. */
export type ProbeAnswer =
  | { readonly status: number; readonly body: unknown }
  | {
      readonly errorCode: string;
      readonly message: string;
      readonly cause: Readonly<Record<string, unknown>>;
    };

/** What the program in this folder does for a test, as `globalThis.probe`. */
export interface NetworkProbe {
  /** `timeout` in ms. */
  get(url: string, timeout?: number): Promise<ProbeAnswer>;
  post(url: string): Promise<ProbeAnswer>;
  setProxyLogin(proxy: string, username: string, password: string): Promise<void>;
}
