import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import { createRelay } from '../../../platform/events/relay.ts';
import { streamNames } from '../../../platform/streams/streams.ts';
import { testDatabase } from '../database.ts';
import { memoryStream } from './memory-stream.ts';
import { testStreams } from './published.ts';
import { coin, drained, occurrence, write } from './writing.ts';

let database: Database;
let owner: Database;
const streams = await testStreams();
const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');

beforeAll(async () => {
  ({ database, owner } = await testDatabase());
  await drained(createRelay({ database, budgetMs: 5_000, publish: async () => {} }));
});

describe('an event', () => {
  const sized = (text: string) => write(database, 'sized', [{ ...coin, type: 'test.sized', data: { text } }]);

  test('of over 64 KiB is refused when it is appended, so that it holds up nothing', async () => {
    await expect(sized('x'.repeat(65_600))).rejects.toMatchObject({
      code: '23514',
      constraint_name: 'events_fit_into_a_record',
    });
    const named = { occurredAt: occurrence.occurredAt, metadata: { requestId: 'r'.repeat(4_200) } };
    await expect(database.transaction(tx => append(tx, 'sized', 'any', [coin], named))).rejects.toMatchObject({
      constraint_name: 'events_fit_into_a_record',
    });
  });

  test('of 64 KiB is published, whatever its characters take', async () => {
    await sized('x'.repeat(65_500));
    await sized('글'.repeat(21_800));
    // Six bytes each in JSON, and as many in the limit's count.
    await sized('\u0001'.repeat(10_900));
    await drained(createRelay({ database, budgetMs: 5_000, publish: streams.publish }));
    const arrived = (await streams.read('user-events')).filter(({ key }) => key === 'sized');
    expect(arrived.map(({ event }) => (event.data as { text: string }).text.length)).toEqual([65_500, 21_800, 10_900]);
  });

  test.each(streamNames)('for %s is appended as one for it', async stream => {
    await write(database, `for-${stream}`, [{ ...coin, stream }]);
    expect(await database.sql`select published_to from events where stream_id = ${`for-${stream}`}`).toEqual([
      { published_to: stream },
    ]);
  });

  test('for a stream that does not exist is refused when it is appended', async () => {
    await expect(write(database, 'nowhere', [{ ...coin, stream: 'nowhere' as never }])).rejects.toMatchObject({
      code: '23514',
    });
  });
});

describe('a copy whose transactions are numbered anew', () => {
  test('is not relayed, since what is recorded in it would be passed over, until it is told what has been published', async () => {
    const stream = memoryStream();
    const relay = createRelay({ database, budgetMs: 5_000, publish: stream.publish });
    await write(database, 'copied', [coin, coin]);
    await drained(relay);
    await write(database, 'copied');
    // As if all this had happened in a server that has counted further.
    await owner.transaction(async tx => {
      await tx`alter table events disable trigger events_are_append_only`;
      await tx`update events set transaction_id = (transaction_id::text::bigint + 1000000000000)::text::xid8`;
      await tx`alter table events enable trigger events_are_append_only`;
      await tx`update event_relay set transaction_id = (transaction_id::text::bigint + 1000000000000)::text::xid8`;
    });
    await expect(relay.run()).rejects.toMatchObject({ name: 'RelayAhead' });

    const [, repair] = /^### From a dump\n.*?```sql\n(.*?)```/ms.exec(runbook)!;
    await owner.transaction(tx => tx.unsafe(repair!.replace(/^(BEGIN|COMMIT);$/gm, '')));
    await write(database, 'copied');
    await drained(relay);
    expect(stream.versions('copied')).toEqual([1, 2, 3, 4]);
  });
});

test('functions cannot take the relay’s place away', async () => {
  await expect(database.sql`delete from event_relay`).rejects.toMatchObject({ code: '42501' });
  await expect(
    database.sql`insert into event_relay (id, transaction_id, global_position, moved_at) values (2, '0', 0, now())`,
  ).rejects.toMatchObject({ code: '42501' });
});
