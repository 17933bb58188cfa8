import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../platform/db/connection.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { append } from '../../platform/events/event-store.ts';
import { seededRandom } from '../unit/seeded-random.ts';
import { story } from './outbox-story.ts';

/** A process that appends events until it is told to stop: some transactions are rolled back, and some stay open for a while. */

const [environment = '{}', seed = '0', writers = '8'] = process.argv.slice(2);
const { DATABASE_URL: url } = JSON.parse(environment) as { DATABASE_URL: string };
const database = openDatabase({ url, connections: Number(writers), applicationName: 'writer' });

const ROLLED_BACK = 0.08;
const LONG = 0.05;
const MOST_OPEN_MS = 150;
const PAUSE_MS = 20;

class ChangedItsMind extends Error {}

let stopping = false;

async function write(writer: number): Promise<void> {
  const random = seededRandom(Number(seed) * 1_000 + writer);
  for (const { appends, occurredAt } of story(random)) {
    if (stopping) return;
    const rollsBack = random() < ROLLED_BACK;
    const openMs = random() < LONG ? random() * MOST_OPEN_MS : 0;
    const metadata = { requestId: rollsBack ? 'rolled-back' : `writer-${writer}` };
    try {
      await database.transaction(async tx => {
        for (const { streamId, events } of appends) await append(tx, streamId, 'any', events, { occurredAt, metadata });
        if (openMs > 0) await delay(openMs);
        if (rollsBack) throw new ChangedItsMind();
      });
    } catch (error) {
      // What became of it, the table says.
      if (!(error instanceof ChangedItsMind || error instanceof DomainError)) throw error;
    }
    await delay(random() * PAUSE_MS);
  }
}

const writing = Array.from({ length: Number(writers) }, (_, writer) => write(writer));
process.on('message', async () => {
  stopping = true;
  await Promise.all(writing);
  process.send!('stopped');
});
process.on('disconnect', () => process.exit());
process.send!('ready');
