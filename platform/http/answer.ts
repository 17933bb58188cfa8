import type { Freshness } from './operation.ts';

/** An answer before it is fitted to what the caller accepts. */
export interface Answer {
  readonly status: number;
  /** Absent where there is no body. */
  readonly contentType?: string | undefined;
  /** Bytes are taken never to change: what is derived from them is kept. */
  readonly body: string | Uint8Array;
  readonly freshness: Freshness;
  /** Further headers, in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}
