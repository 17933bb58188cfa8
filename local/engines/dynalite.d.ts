declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** A server that speaks DynamoDB, on LevelDB in the folder `path`, or in memory without one. */
  export default function dynalite(options: { readonly path?: string; readonly createTableMs?: number }): Server;
}

declare module 'dynalite/db/index.js' {
  /** The store under such a server. */
  export function create(options: { readonly path: string }): {
    readonly db: { open(): Promise<void>; close(): Promise<void> };
  };
}
