import type { Socket } from 'node:net';
import { Aedes, type Client, type PublishPacket } from 'aedes';
import type { StreamName } from '../../platform/streams/streams.ts';
import type { Connection } from './connection.ts';
import { MOST_KEEP_ALIVE_SECONDS, MOST_TOPIC_BYTES, MOST_TOPIC_LEVELS } from './limits.ts';
import { watchPacketSize } from './packet-size.ts';
import { MOST_WAITING_BYTES, type PublishingOptions, takeMessage } from './publishing.ts';
import { Refused, returnCodes } from './refused.ts';
import type { RetainedMessage, RetainedMessages } from './retained-messages.ts';
import { Sessions, type SessionsOptions } from './sessions.ts';
import { isBasicIngest } from './topic-rules.ts';

export interface BrokerOptions extends SessionsOptions, Omit<PublishingOptions, 'discard' | 'held'> {
  readonly retained: RetainedMessages;
  /** Streams that messages go to. */
  readonly streams: readonly StreamName[];
}

/** A message from our side. */
interface OwnMessage extends RetainedMessage {
  readonly retain: boolean;
}

export interface Broker {
  /** Takes a client that has just come. */
  handle(socket: Socket): void;
  /** Resolves when every subscriber that is there was sent it, and it is kept if it is to be. */
  publish(message: OwnMessage): Promise<void>;
  /** Ends a client's connection; false if it has none. */
  disconnect(clientId: string): boolean;
  /** Has the authorizer asked again where it is time: to be called each second. */
  refresh(): Promise<void>;
  /** A stream has taken records: clients that waited for it are read again. */
  settled(): void;
  close(): Promise<void>;
}

const CONNECT_MS = 10_000;
/** What aedes says of clients that went away: nobody did anything wrong. */
const GONE = new Set(['keep alive timeout', 'drain timeout', 'connection closed']);

/** AWS IoT Core on one machine: aedes, with its authorizer, policies, rules and limits. */
export async function createBroker(options: BrokerOptions): Promise<Broker> {
  const { refused, retained, writerOf, streams } = options;
  const sessions = new Sessions(options);
  const discarded = new WeakSet<PublishPacket>();
  const held = new Set<Connection>();
  const publishing: PublishingOptions = {
    ...options,
    held: connection => held.add(connection),
    discard: packet => {
      discarded.add(packet);
      // aedes acknowledges no other.
      packet.qos = 0;
    },
  };
  const wills = new WeakMap<Client, PublishPacket>();
  const tooMuchWaits = () => streams.some(stream => writerOf(stream).waitingBytes > MOST_WAITING_BYTES);

  const aedes = new IngestBroker(discarded, {
    id: 'heal7',
    connectTimeout: CONNECT_MS,
    maxTopicLevels: MOST_TOPIC_LEVELS,
    preConnect(client, packet, callback) {
      if (packet.will !== undefined) wills.set(client, packet.will as PublishPacket);
      const { keepalive = 0 } = packet;
      packet.keepalive = keepalive === 0 ? MOST_KEEP_ALIVE_SECONDS : Math.min(keepalive, MOST_KEEP_ALIVE_SECONDS);
      callback(null, true);
    },
    authenticate(client, userName, password, done) {
      if (tooMuchWaits()) return done(new Refused('connect_unavailable', returnCodes.serverUnavailable), null);
      sessions.admit(client, { clientId: client.id, userName, password }, wills.get(client)).then(
        () => done(null, true),
        (error: Refused) => done(error, null),
      );
    },
    authorizePublish(client, packet, callback) {
      const connection = client === null ? undefined : sessions.connectionOf(client);
      if (connection === undefined) return callback(new Refused('publish_not_allowed'));
      takeMessage(publishing, client!, connection, packet, callback);
    },
    authorizeSubscribe(client, subscription, callback) {
      const { topic, qos } = subscription;
      const may =
        Buffer.byteLength(topic) <= MOST_TOPIC_BYTES &&
        sessions.connectionOf(client)?.admission.policy.allows('iot:Subscribe', `topicfilter/${topic}`);
      if (may) callback(null, { ...subscription, qos: qos === 0 ? 0 : 1 });
      else callback(new Refused('subscribe_not_allowed'));
    },
    authorizeForward(client, packet) {
      const may = sessions.connectionOf(client)?.admission.policy.allows('iot:Receive', `topic/${packet.topic}`);
      if (!may) refused('receive_not_allowed');
      return may ? packet : null;
    },
    published({ retain, topic, payload, qos }, _client, callback) {
      try {
        if (retain) retained.put({ topic, payload: Buffer.from(payload), qos: qos === 0 ? 0 : 1 });
        callback();
      } catch (error) {
        callback(error as Error);
      }
    },
  });

  const failed = (_client: Client, error: Error & { readonly code?: string }) => {
    if (error instanceof Refused) refused(error.refusal);
    // An error of the system has a code: the connection was lost.
    else if (error.code === undefined && !GONE.has(error.message)) refused('protocol_error');
  };
  aedes.on('clientError', failed).on('connectionError', failed);
  await aedes.listen();

  const publish = ({ topic, payload, qos, retain }: OwnMessage) =>
    new Promise<void>((resolve, reject) =>
      aedes.publish({ cmd: 'publish', topic, payload, qos, retain, dup: false }, error =>
        error ? reject(error) : resolve(),
      ),
    );
  for (const message of retained.all()) await publish({ ...message, retain: true });

  return {
    handle(socket) {
      const client = aedes.handle(socket);
      watchPacketSize(client, () => {
        refused('payload_too_large');
        client.close();
      });
    },
    publish,
    disconnect(clientId) {
      const client = sessions.clientOf(clientId);
      client?.close();
      return client !== undefined;
    },
    refresh: () =>
      sessions.refresh(client => {
        refused('connection_expired');
        client.close();
      }),
    settled() {
      // One that is released is read at once, and may be held again: what waits is looked at anew for each.
      for (const connection of [...held]) {
        if (tooMuchWaits()) return;
        if (connection.isFull()) continue;
        held.delete(connection);
        connection.release();
      }
    },
    close: () => new Promise(resolve => aedes.close(resolve)),
  };
}

/** aedes takes each message to its subscribers. Those of Basic Ingest have none, so that they are spared the way. */
class IngestBroker extends Aedes {
  readonly #discarded: WeakSet<PublishPacket>;

  constructor(discarded: WeakSet<PublishPacket>, options: ConstructorParameters<typeof Aedes>[0]) {
    super(options);
    this.#discarded = discarded;
  }

  override publish(packet: PublishPacket, ...rest: [done: Done] | [client: Client | null, done: Done]): void {
    const done = rest.at(-1) as Done;
    if (rest.length === 2 && (isBasicIngest(packet.topic) || this.#discarded.has(packet))) done();
    else super.publish(packet, ...(rest as [Done]));
  }
}

type Done = (error?: Error) => void;
