import type { Sql } from '../../../platform/db/database.ts';
import type { Limiter } from '../../../platform/rate-limit/limiter.ts';
import type { Connection, Connections } from '../../../platform/sockets/connections.ts';
import type { Sender } from '../../../platform/sockets/sender.ts';
import type { SocketHandlers } from '../../../platform/sockets/socket-function.ts';
import { SocketRefusal } from '../../../platform/sockets/socket-refusal.ts';
import type { Tickets } from '../../../platform/sockets/tickets.ts';
import { permittedConnections } from './access.ts';
import { endConnection } from './end-connection.ts';
import { latestMessages, liveReadingOfRow, liveRequest, unknownMessage } from './messages.ts';
import { latestAt } from './store.ts';

export interface LiveSocketDependencies {
  readonly sql: Sql;
  readonly tickets: Pick<Tickets, 'redeem'>;
  readonly connections: Pick<Connections, 'add' | 'find' | 'remove'>;
  readonly sender: Sender;
  /** Pages that may open a connection. */
  readonly origins: readonly string[];
  readonly messagesOfConnection: Pick<Limiter, 'consume'>;
  now(): Date;
}

/** What answers the live feed: lets clients in for a ticket, and tells them the latest values of its location when they ask. */
export function liveSocket(dependencies: LiveSocketDependencies): SocketHandlers {
  const { sql, tickets, connections, sender, origins, messagesOfConnection, now } = dependencies;

  /** @throws SocketRefusal, with the connection closed, where it is one that may hear nothing */
  async function heardOf(id: string): Promise<Connection> {
    const connection = await connections.find(id);
    if (connection !== undefined) {
      const [permitted] = await permittedConnections(sql, [connection], now());
      if (permitted !== undefined) return permitted;
    }
    await endConnection(id, dependencies);
    throw new SocketRefusal(connection === undefined ? 'unknown_connection' : 'no_longer_permitted', 403);
  }

  return {
    async connect({ connectionId: id, connectedAt, origin, parameters }) {
      // Programs that are no browsers have none, and could send any. It keeps pages of others from using what a browser has of ours;
      // what lets a connection in is the ticket, which no browser sends by itself.
      if (origin !== undefined && !origins.includes(origin)) throw new SocketRefusal('foreign_origin', 403);
      const holder = await tickets.redeem(parameters.ticket ?? '');
      if (holder === undefined) throw new SocketRefusal('no_such_ticket', 401);
      await connections.add({ id, ...holder }, connectedAt);
    },

    async message(id, text) {
      const use = await messagesOfConnection.consume(id);
      if (!use.allowed) {
        await endConnection(id, dependencies);
        throw new SocketRefusal('too_many_messages', 429);
      }
      if (!isLiveRequest(text)) {
        await sender.post(id, unknownMessage);
        throw new SocketRefusal('unknown_message', 400);
      }
      const { topic: locationId } = await heardOf(id);
      const latest = (await latestAt(sql, locationId)).map(liveReadingOfRow);
      for (const part of latestMessages(locationId, latest)) {
        const sent = await sender.post(id, part);
        // It asked and left.
        if (sent === 'gone') return;
        // Our fault, as far as we know: counted as one. What is behind a part that is missing is not waited for.
        if (sent === 'dropped') throw new Error('An answer was not sent');
      }
    },

    async disconnect(id) {
      await connections.remove(id);
    },
  };
}

/** Longer than any request: what is longer is not read. */
const MOST_CHARACTERS = 200;

function isLiveRequest(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return false;
  try {
    return liveRequest.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
