import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../platform/db/connection.ts';
import type { Database, Transaction } from '../../../platform/db/database.ts';
import { emptyDatabase } from '../database.ts';
import { type Cut, cuttingProxy } from './cutting-proxy.ts';

const { database, url } = await emptyDatabase();
await database.sql`create table entries (id int primary key, amount int not null)`;
beforeEach(async () => {
  await database.sql`truncate entries`;
});

const proxy = await cuttingProxy(url);
afterAll(() => proxy.close());

/** Connections by way of the proxy: new ones, on which every statement is sent with its text. */
async function withCuttable<Result>(
  connections: number,
  use: (cuttable: Database) => Promise<Result>,
): Promise<Result> {
  const cuttable = openDatabase({ url: proxy.url, connections, applicationName: 'cuttable' });
  try {
    return await use(cuttable);
  } finally {
    await cuttable.close();
  }
}

const entries = async () => (await database.sql`select id, amount from entries order by id`).map(row => ({ ...row }));

/** Opens when `count` have come. */
function barrier(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let waiting = 0;
  return () => {
    waiting += 1;
    if (waiting >= count) resolve();
    return promise;
  };
}

describe('a transaction runs again', () => {
  test('when the server refuses to serialize it', async () => {
    await database.sql`insert into entries values (1, 10), (2, 20)`;
    const bothHaveRead = barrier(2);
    let runs = 0;
    // Each writes what the other has read.
    const writeSum = (id: number) =>
      database.transaction(
        async tx => {
          runs += 1;
          const [sum] = await tx<[{ amount: number }]>`select sum(amount)::int as amount from entries`;
          await bothHaveRead();
          await tx`insert into entries values (${id}, ${sum.amount})`;
        },
        { isolation: 'serializable' },
      );
    await Promise.all([writeSum(3), writeSum(4)]);
    expect(runs).toBe(3);
    // One after the other, as if the other had not been there.
    expect((await entries()).map(({ amount }) => amount).sort()).toEqual([10, 20, 30, 60]);
  });

  test('when it was the one to give way in a deadlock', async () => {
    await database.sql`insert into entries values (1, 0), (2, 0)`;
    const bothHaveLocked = barrier(2);
    let runs = 0;
    const add = (first: number, second: number) =>
      database.transaction(async tx => {
        runs += 1;
        await tx`set local deadlock_timeout = '20ms'`;
        await tx`update entries set amount = amount + 1 where id = ${first}`;
        await bothHaveLocked();
        await tx`update entries set amount = amount + 1 where id = ${second}`;
      });
    await Promise.all([add(1, 2), add(2, 1)]);
    expect(runs).toBe(3);
    expect(await entries()).toEqual([
      { id: 1, amount: 2 },
      { id: 2, amount: 2 },
    ]);
  });

  test('when its connection is ended before the commit', async () => {
    let runs = 0;
    const result = await database.transaction(async tx => {
      runs += 1;
      await tx`insert into entries values (1, ${runs})`;
      if (runs === 1) await endSession(tx);
      await tx`insert into entries values (2, ${runs})`;
      return runs;
    });
    expect(result).toBe(2);
    expect(await entries()).toEqual([
      { id: 1, amount: 2 },
      { id: 2, amount: 2 },
    ]);
  });
});

/** Has the server end a transaction's session, as an administrator or a failover does. */
async function endSession(tx: Transaction): Promise<void> {
  const [session] = await tx<[{ pid: number }]>`select pg_backend_pid() as pid`;
  await database.sql`select pg_terminate_backend(${session.pid}, 5000)`;
}

test('a transaction asks for its number together with its first statement, not before it', async () => {
  await withCuttable(1, cuttable => cuttable.transaction(tx => tx`insert into entries values (1, 1)`));
  const asked = proxy.sent.filter(bytes => bytes.includes('pg_current_xact_id'));
  expect(asked).toEqual([expect.stringContaining('insert into entries')]);
});

describe('a connection that is lost at the commit', () => {
  /** Inserts one entry; says how often it had to. */
  const insertCut = (cut: Cut): Promise<number> =>
    withCuttable(1, async cuttable => {
      const isCut = proxy.cutNext(cut);
      let runs = 0;
      const result = await cuttable.transaction(async tx => {
        runs += 1;
        await tx`insert into entries values (1, ${runs})`;
        return runs;
      });
      await isCut;
      return result;
    });

  test('after the server had it gives the result, and is not run again', async () => {
    expect(await insertCut({ at: 'commit', how: 'after' })).toBe(1);
    expect(await entries()).toEqual([{ id: 1, amount: 1 }]);
  });

  test('before the server had it is run again', async () => {
    expect(await insertCut({ at: 'commit', how: 'before' })).toBe(2);
    expect(await entries()).toEqual([{ id: 1, amount: 2 }]);
  });

  test('while the server is at it is waited for', async () => {
    await database.sql.unsafe(`
      create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return null; end $$;
      create constraint trigger slow after insert on entries deferrable initially deferred
        for each row execute function slow()`);
    try {
      expect(await insertCut({ at: 'commit', how: 'unanswered' })).toBe(1);
      expect(await entries()).toEqual([{ id: 1, amount: 1 }]);
    } finally {
      await database.sql`drop function slow cascade`;
    }
  });
});

describe('a transaction does not run again', () => {
  /** How often it runs, and how it fails. */
  const failing = async (work: (tx: Transaction) => Promise<unknown>, on: Database = database) => {
    let runs = 0;
    const error = await on
      .transaction(tx => {
        runs += 1;
        return work(tx);
      })
      .catch(error => error);
    return { runs, error };
  };

  test('when its work throws: it is undone, and the error is the work’s own', async () => {
    const own = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    const { runs, error } = await failing(async tx => {
      await tx`insert into entries values (1, 1)`;
      throw own;
    });
    expect(runs).toBe(1);
    expect(error).toBe(own);
    expect(await entries()).toEqual([]);
  });

  test('when it breaks a constraint', async () => {
    const { runs, error } = await failing(tx => tx`insert into entries values (1, 1), (1, 2)`);
    expect(runs).toBe(1);
    expect(error).toMatchObject({ name: 'PostgresError', code: '23505' });
  });

  test('when the server ends a statement that takes too long', async () => {
    const { runs, error } = await failing(async tx => {
      await tx`set local statement_timeout = '50ms'`;
      await tx`select pg_sleep(60)`;
    });
    expect(runs).toBe(1);
    expect(error).toMatchObject({ code: '57014', message: 'canceling statement due to statement timeout' });
  });
});

describe('long before its deadline a transaction', () => {
  test('that nobody takes a connection for is refused', async () => {
    const nobody = openDatabase({ url: 'postgres://127.0.0.1:1/x', connections: 1, applicationName: 'nobody' });
    await expect(nobody.transaction(tx => tx`select 1`, { awayMs: 50 })).rejects.toMatchObject({
      kind: { code: 'database_unavailable' },
      headers: { 'retry-after': '5' },
    });
    await nobody.close();
  });

  test('that works for longer than the database may be away, and is lost then, runs again', async () => {
    await withCuttable(1, async cuttable => {
      let runs = 0;
      const isCut = proxy.cutNext({ at: 'insert', how: 'before' });
      const work = async (tx: Transaction) => {
        runs += 1;
        await tx`select pg_sleep(0.02)`;
        await tx`insert into entries values (1, 1)`;
      };
      await cuttable.transaction(work, { awayMs: 10 });
      await isCut;
      expect(runs).toBe(2);
    });
    expect(await entries()).toEqual([{ id: 1, amount: 1 }]);
  });

  test('that was lost at its commit, and finds nobody to ask, says that it may have been done', async () => {
    const own = await cuttingProxy(url);
    const cuttable = openDatabase({ url: own.url, connections: 1, applicationName: 'cuttable' });
    const isCut = own.cutNext({ at: 'commit', how: 'unanswered' });
    const refused = cuttable.transaction(tx => tx`insert into entries values (1, 1)`, { awayMs: 50 });
    void isCut.then(() => own.close());
    await expect(refused).rejects.toMatchObject({ kind: { code: 'outcome_unknown' } });
    await cuttable.close();
  });
});

describe('at its deadline a transaction', () => {
  const unavailable = {
    name: 'DomainError',
    kind: { code: 'database_unavailable', status: 503 },
    headers: { 'retry-after': '5' },
  };

  test('whose server is not there is refused with what to do', async () => {
    const nobody = openDatabase({ url: 'postgres://127.0.0.1:1/x', connections: 1, applicationName: 'nobody' });
    await expect(nobody.transaction(tx => tx`select 1`, { deadlineMs: 100 })).rejects.toMatchObject(unavailable);
    await nobody.close();
  });

  test('whose server does not answer is refused, and never committed', async () => {
    await withCuttable(2, async cuttable => {
      const isCut = proxy.cutNext({ at: 'insert', how: 'silence' });
      const refused = cuttable.transaction(tx => tx`insert into entries values (1, 1)`, { deadlineMs: 200 });
      await expect(refused).rejects.toMatchObject(unavailable);
      await isCut;
      // Nor is another kept waiting by it.
      expect(await cuttable.transaction(async tx => (await tx`select 1 as one`)[0]!.one)).toBe(1);
    });
    expect(await entries()).toEqual([]);
  });

  test('that was lost at its commit, and cannot ask, says that it may have been done', async () => {
    await withCuttable(1, async cuttable => {
      const isCut = proxy.cutNext({ at: 'commit', how: 'silence' });
      const refused = cuttable.transaction(tx => tx`insert into entries values (1, 1)`, { deadlineMs: 200 });
      await expect(refused).rejects.toMatchObject({ kind: { code: 'outcome_unknown', status: 503 } });
      await isCut;
    });
    expect(await entries()).toEqual([{ id: 1, amount: 1 }]);
  });

  test('that has not sent its commit is undone', async () => {
    const passed = Promise.withResolvers<void>();
    const refused = database.transaction(
      async tx => {
        await tx`insert into entries values (1, 1)`;
        await passed.promise;
      },
      { deadlineMs: 50 },
    );
    await expect(refused).rejects.toMatchObject(unavailable);
    passed.resolve();
    // The row's number is free only once it is undone.
    await database.sql`insert into entries values (1, 2)`;
    expect(await entries()).toEqual([{ id: 1, amount: 2 }]);
  });
});

describe('the driver, mended', () => {
  test('does not run what is left of a lost transaction on the connection that takes its place', async () => {
    const one = openDatabase({ url, connections: 1, applicationName: 'one' });
    const lost = Promise.withResolvers<Transaction>();
    const next = Promise.withResolvers<void>();
    let runs = 0;
    const first = one.transaction(async tx => {
      runs += 1;
      if (runs > 1) return;
      await endSession(tx);
      lost.resolve(tx);
      await next.promise;
    });
    const tx = await lost.promise;
    // The same connection again, for another.
    await one.sql`select 1`.catch(() => one.sql`select 1`);
    await expect(tx`insert into entries values (1, 1)`).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    next.resolve();
    await first;
    await one.close();
    expect(await entries()).toEqual([]);
  });

  test('refuses what is sent after an error of the socket, and mixes up no answers', async () => {
    await withCuttable(1, async ({ sql }) => {
      await sql`select 0 as n`;
      const isCut = proxy.cutNext({ at: 'select 1', how: 'reset' });
      // Sent when the first is refused, which is before the socket has closed.
      const errors: unknown[] = [];
      const second = sql`select 1 as n`.catch(error => {
        errors.push(error.code);
        return sql`select 2 as n`;
      });
      await expect(second).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
      await isCut;
      expect(errors).toEqual(['ECONNRESET']);
      for (const n of [3, 4, 5]) expect(await sql`select ${n}::int as n`).toEqual([{ n }]);
    });
  });

  test('begins a new answer after one that broke off', async () => {
    const one = openDatabase({ url, connections: 1, applicationName: 'one' });
    const broken = one.sql`select n, pg_terminate_backend(case n when 50000 then pg_backend_pid() end) from generate_series(1, 60000) n`;
    await expect(broken).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    const [row] = await one.sql`select 1 as one`;
    expect(row).toEqual({ one: 1 });
    await one.close();
  });
});
