import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../platform/db/connection.ts';
import { createRelay } from '../../platform/events/relay.ts';
import { positionalRelay } from './positional-relay.ts';

/** A process that relays until it is killed. */

const [environment = '{}', kind = 'ours'] = process.argv.slice(2);
Object.assign(process.env, JSON.parse(environment));
const database = openDatabase({ url: process.env.DATABASE_URL!, connections: 2, applicationName: 'relay' });
const relay = kind === 'ours' ? createRelay({ database, budgetMs: 2_000 }) : positionalRelay(database);

process.on('disconnect', () => process.exit());
process.send!('ready');
for (;;) {
  // The database may be away, and the next run finds it again.
  await relay.run().catch(() => {});
  await delay(5);
}
