declare module 'kinesalite' {
  import type { Server } from 'node:http';

  /** A server that speaks Kinesis, in memory. */
  export default function kinesalite(options: {
    readonly createStreamMs?: number;
    readonly deleteStreamMs?: number;
    readonly shardLimit?: number;
  }): Server;
}
