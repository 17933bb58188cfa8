import type { Sql } from '../../../platform/db/database.ts';
import type { Connections } from '../../../platform/sockets/connections.ts';
import type { Sender } from '../../../platform/sockets/sender.ts';
import { permittedConnections } from './access.ts';
import { type Audience, createAudience } from './audience.ts';
import { endConnection } from './end-connection.ts';
import { devicesAt } from './store.ts';

export interface LiveAudienceDependencies {
  readonly sql: Sql;
  readonly connections: Pick<Connections, 'list' | 'remove'>;
  readonly sender: Pick<Sender, 'disconnect'>;
  now(): Date;
  elapsed(): number;
  sleep(ms: number): Promise<void>;
}

/** The audience of the live feed, by the tables. Connections of sessions that have ended are closed. */
export function createLiveAudience(dependencies: LiveAudienceDependencies): () => Promise<Audience> {
  const { sql, connections, sender, now, elapsed, sleep } = dependencies;

  return createAudience({
    connections: () => connections.list(),
    async permitted(open) {
      const permitted = await permittedConnections(sql, open, now());
      // One that could not be closed hears nothing all the same, and is tried again.
      const others = open.filter(each => !permitted.includes(each));
      await Promise.allSettled(others.map(({ id }) => endConnection(id, { connections, sender })));
      return permitted;
    },
    devicesAt: locationIds => devicesAt(sql, locationIds),
    now: elapsed,
    sleep,
  });
}
