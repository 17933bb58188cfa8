import type { Client, PublishPacket } from 'aedes';
import type { StreamName } from '../../platform/streams/streams.ts';
import type { Connection, Destination } from './connection.ts';
import type { Refusal } from './counts.ts';
import { MOST_PAYLOAD_BYTES } from './limits.ts';
import { recordBytes } from './record-bytes.ts';
import { Refused } from './refused.ts';
import type { StreamWriter } from './stream-writer.ts';
import type { Route } from './topic-rules.ts';

export interface PublishingOptions {
  readonly writerOf: (stream: StreamName) => Pick<StreamWriter, 'put' | 'waitingBytes'>;
  readonly refused: (refusal: Refusal) => void;
  readonly now: () => number;
  /** Told of a connection that nothing more is read from, until its messages are in their stream. */
  readonly held: (connection: Connection) => void;
  /** Nothing becomes of a message, and it is not acknowledged. */
  readonly discard: (packet: PublishPacket) => void;
}

/** Has aedes go on with a message: acknowledge it, and give it to subscribers. With an error, it cuts the client off. */
type GoOn = (error?: Error | null) => void;

/** Of a stream: 100,000 readings. Above it, nothing is read from clients that publish, and none is let in. */
export const MOST_WAITING_BYTES = 32 * 1024 * 1024;

/** What a client is cut off for. Of other things that are refused nothing becomes, and it goes on. */
const CUT_OFF: ReadonlySet<Refusal> = new Set<Refusal>([
  'exactly_once_not_supported',
  'payload_too_large',
  'publish_not_allowed',
]);

/** Takes a client's message. One for a rule is acknowledged when its stream has it: until then nothing is called. */
export function takeMessage(
  options: PublishingOptions,
  client: Client,
  connection: Connection,
  packet: PublishPacket,
  goOn: GoOn,
): void {
  const at = options.now();
  const payload = packet.payload as Buffer;
  const fate = fateOf(connection, packet, payload, at);
  if (typeof fate === 'object') put(options, client, connection, fate, { packet, payload, at, goOn });
  else if (fate === 'subscribers') goOn();
  else if (CUT_OFF.has(fate)) goOn(new Refused(fate));
  else {
    options.refused(fate);
    // The others are acknowledged: they would be no better if they were sent again.
    if (fate === 'publish_rate_exceeded') options.discard(packet);
    goOn();
  }
}

function fateOf(connection: Connection, packet: PublishPacket, payload: Buffer, at: number): Destination | Refusal {
  const { qos, retain, topic } = packet;
  if (qos === 2) return 'exactly_once_not_supported';
  if (payload.length > MOST_PAYLOAD_BYTES) return 'payload_too_large';
  if (retain && !connection.admission.policy.allows('iot:RetainPublish', `topic/${topic}`))
    return 'publish_not_allowed';
  if (!connection.takesAnother(at)) return 'publish_rate_exceeded';
  const destination = connection.destinationOf(topic);
  const isTooLarge = typeof destination === 'object' && payload.length > destination.maximumBytes;
  return isTooLarge ? 'payload_too_large_for_rule' : destination;
}

interface Message {
  readonly packet: PublishPacket;
  readonly payload: Buffer;
  readonly at: number;
  readonly goOn: GoOn;
}

function put(
  { writerOf, held }: PublishingOptions,
  client: Client,
  connection: Connection,
  { kind, deviceId, stream }: Route,
  { packet, payload, at: receivedAt, goOn }: Message,
): void {
  const writer = writerOf(stream);
  const data = recordBytes({ kind, deviceId, receivedAt }, payload);
  const accepted = () => {
    connection.accepted();
    // Nobody waits for the acknowledgement any more, and aedes would take it for a fault. A will has none.
    if (client.closed && packet.messageId !== undefined) return;
    goOn();
  };
  writer.put({ partitionKey: deviceId, data, accepted });
  connection.taken();
  if (!connection.isFull() && writer.waitingBytes <= MOST_WAITING_BYTES) return;
  connection.hold();
  held(connection);
}
