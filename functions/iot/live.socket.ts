import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { connectionsTableOfEnvironment } from '../../platform/dynamodb/client.ts';
import { limiterOfEnvironment } from '../../platform/rate-limit/environment.ts';
import { createConnections } from '../../platform/sockets/connections.ts';
import { senderOfEnvironment } from '../../platform/sockets/sender.ts';
import { socketFunction } from '../../platform/sockets/socket-function.ts';
import { createTickets } from '../../platform/sockets/tickets.ts';
import { liveOriginSettings } from './live/environment.ts';
import { messagesOfConnection } from './live/limits.ts';
import { LIVE } from './live/name.ts';
import { liveSocket } from './live/socket.ts';

export const handler = socketFunction({
  name: LIVE,
  handlers: () => {
    const table = connectionsTableOfEnvironment();
    return liveSocket({
      sql: databaseFromEnvironment().sql,
      tickets: createTickets(table, LIVE),
      connections: createConnections(table, LIVE),
      sender: senderOfEnvironment,
      origins: liveOriginSettings().LIVE_ORIGINS,
      messagesOfConnection: limiterOfEnvironment(messagesOfConnection),
      now: () => new Date(),
    });
  },
});
