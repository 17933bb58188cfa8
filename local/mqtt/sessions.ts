import type { Socket } from 'node:net';
import type { Client, PublishPacket } from 'aedes';
import type { Admission, Authorizer, Presented } from './authorizer.ts';
import { Connection } from './connection.ts';
import { MOST_CLIENT_ID_BYTES, MOST_PAYLOAD_BYTES } from './limits.ts';
import { Refused, returnCodes } from './refused.ts';
import type { Route } from './topic-rules.ts';

export interface SessionsOptions {
  readonly authorizer: Authorizer;
  readonly routeOf: (topic: string) => Route | undefined;
  readonly publishesPerSecond: number;
  readonly now: () => number;
}

/** An authorizer that failed for a client that is in is asked again then. */
const ASK_AGAIN_MS = 10_000;

/** The clients that are let in, for as long as they are. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #connections = new Map<Client, Connection>();

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  connectionOf(client: Client): Connection | undefined {
    return this.#connections.get(client);
  }

  clientOf(clientId: string): Client | undefined {
    return [...this.#connections.keys()].find(({ id }) => id === clientId);
  }

  /**
   * Lets a client in.
   * @param will what it leaves to be published when it is gone
   * @throws Refused
   */
  async admit(client: Client, presented: Presented, will: PublishPacket | undefined): Promise<void> {
    if (Buffer.byteLength(presented.clientId) > MOST_CLIENT_ID_BYTES) {
      throw new Refused('connect_not_allowed', returnCodes.identifierRejected);
    }
    const admission = await this.#options.authorizer(presented).catch(() => {
      throw new Refused('connect_unavailable', returnCodes.serverUnavailable);
    });
    if (admission === undefined || !mayConnect(admission, presented, will)) throw new Refused('connect_not_allowed');
    if (client.closed) return;
    const connection = new Connection(client.conn as Socket, { ...this.#options, presented, admission });
    this.#connections.set(client, connection);
    client.conn.once('close', () => this.#connections.delete(client));
  }

  /**
   * Asks about each client whose time it is, and ends the connections of those that are let in no more. An authorizer that
   * fails changes nothing: a database that is away for a moment shall not cost every device its connection.
   */
  async refresh(expired: (client: Client) => void): Promise<void> {
    const now = this.#options.now();
    const due = [...this.#connections].filter(([, { admission }]) => admission.refreshAt <= now);
    await Promise.all(
      due.map(async ([client, connection]) => {
        const { presented, admission } = connection;
        // Not twice at once.
        connection.admission = { ...admission, refreshAt: now + ASK_AGAIN_MS };
        const again = await this.#options.authorizer(presented).catch(() => connection.admission);
        if (again === undefined || !mayConnect(again, presented, undefined)) return expired(client);
        // A connection's day is that of its beginning.
        connection.admission = { ...again, disconnectAt: admission.disconnectAt };
      }),
    );
    for (const [client, { admission }] of this.#connections) {
      if (admission.disconnectAt <= now) expired(client);
    }
  }
}

function mayConnect({ policy }: Admission, { clientId }: Presented, will: PublishPacket | undefined): boolean {
  if (!policy.allows('iot:Connect', `client/${clientId}`)) return false;
  if (will === undefined) return true;
  return (
    will.payload.length <= MOST_PAYLOAD_BYTES && !will.retain && policy.allows('iot:Publish', `topic/${will.topic}`)
  );
}
