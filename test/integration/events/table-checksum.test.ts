import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { checksumOfProjection } from '../../../platform/events/table-checksum.ts';
import { testDatabase } from '../database.ts';
import { createTallyTables } from './tally.ts';

let database: Database;
let owner: Database;
beforeAll(async () => {
  ({ database, owner } = await testDatabase());
  await createTallyTables(owner);
});

describe('a checksum', () => {
  const sum = () => checksumOfProjection(database, { tables: ['tallies'] });
  const rows = [
    ['a', 1, 2, 'x'],
    ['b', 3, 4, ''],
    ['c', 5, 6, 'x"y,(z)\\'],
  ] as const;
  const fill = async (order: readonly number[]) => {
    await owner.sql`truncate tallies`;
    for (const at of order) {
      const [id, number, total, trail] = rows[at]!;
      await owner.sql`insert into tallies values (${id}, ${number}, ${total}, ${trail})`;
    }
    return sum();
  };

  test('is the same whatever the order of rows, and another for each change', async () => {
    const before = await fill([0, 1, 2]);
    expect(await fill([2, 0, 1])).toBe(before);
    expect(await fill([0, 1])).not.toBe(before);
    await fill([0, 1, 2]);
    await owner.sql`update tallies set total = 7 where stream_id = 'c'`;
    expect(await sum()).not.toBe(before);
    await owner.sql`update tallies set total = 6 where stream_id = 'c'`;
    expect(await sum()).toBe(before);
    // What moves from one row to another is another content.
    await owner.sql`update tallies set count = case stream_id when 'a' then 3 when 'b' then 1 else count end`;
    expect(await sum()).not.toBe(before);
  });

  test('is the same in a session with other settings, and of no rows', async () => {
    const empty = await fill([]);
    expect(empty).toMatch(/^[0-9a-f]{64}$/);
    await owner.sql`insert into dwh.amounts values (1, '2026-01-02', 1)`;
    const projection = { tables: ['dwh.amounts'] as const };
    const before = await checksumOfProjection(database, projection);
    await owner.sql`alter role heal7_app set datestyle to 'German'`.catch(() => {});
    expect(await checksumOfProjection(owner, projection)).toBe(before);
    await owner.sql`alter role heal7_app reset datestyle`;
  });
});
