import type { Socket } from 'node:net';
import type { Client } from 'aedes';
import { MOST_PAYLOAD_BYTES } from './limits.ts';

/** Of a packet, its topic or credentials included. */
const MOST_PACKET_BYTES = MOST_PAYLOAD_BYTES + 4_096;

/** The parser that aedes has for a client, which gathers a packet of up to 256 MB before it shows it to anybody. */
interface ClientParser {
  /** The one that comes in; -1 until its length has come. */
  readonly packet: { readonly length: number };
}

/** Calls `tooLarge` when a client begins to send a larger packet than any that is taken: before it lies in memory. */
export function watchPacketSize(client: Client, tooLarge: () => void): void {
  const { _parser: parser } = client as Client & { readonly _parser: ClientParser };
  // After aedes, which listens since it has the client, has read what there is.
  (client.conn as Socket).on('readable', () => {
    if (parser.packet.length > MOST_PACKET_BYTES) tooLarge();
  });
}
