import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../platform/db/connection.ts';
import type { Database, Sql } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { testDatabase } from '../database.ts';
import { runnerOn } from './runner.ts';

let database: Database;
let url: string;
const run = runnerOn(() => database);
const now = new Date();

beforeAll(async () => {
  ({ database, url } = await testDatabase());
});

test('runs of one job at once take turns at their steps', async () => {
  let inside = 0;
  let most = 0;
  const job: Job = async ({ database: own }) => {
    for (let step = 0; step < 3; step++) {
      await own.transaction(async tx => {
        most = Math.max(most, ++inside);
        await tx`select 1`;
        inside--;
      });
    }
    return {};
  };
  await Promise.all(Array.from({ length: 8 }, () => run(job, now, 'one')));
  expect(most).toBe(1);
});

test('runs of two jobs do not wait for each other', async () => {
  const meeting = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  // Each ends its step only once the other is in its own.
  const job = (mine: number): Job => {
    return async ({ database: own }) => {
      await own.transaction(async () => {
        meeting[mine]!.resolve();
        await meeting[1 - mine]!.promise;
      });
      return {};
    };
  };
  await Promise.all([run(job(0), now, 'first'), run(job(1), now, 'second')]);
});

test('a step may take longer than a statement of a request', async () => {
  const requests = openDatabase({ url, connections: 1, applicationName: 'test', statementTimeoutMs: 1_000 });
  const timeoutIn = async (sql: Sql) => {
    const [{ timeout }] = await sql<[{ timeout: string }]>`select current_setting('statement_timeout') as timeout`;
    return timeout;
  };
  const seen: string[] = [];
  await runnerOn(() => requests)(async ({ database: own }) => {
    seen.push(await own.transaction(timeoutIn), await timeoutIn(own.sql));
    return {};
  }, now);
  expect(seen).toEqual(['0', '1s']);
  await requests.close();
});

test('a step that fails is undone, and the next run has the lock', async () => {
  const failing: Job = async ({ database: own }) => {
    await own.transaction(async tx => {
      await tx`create table half_done (id int)`;
      throw new Error('no');
    });
    return {};
  };
  await expect(run(failing, now)).rejects.toThrow();
  const looking: Job = async ({ database: own }) => {
    const [{ there }] = await own.transaction(
      tx => tx<[{ there: boolean }]>`select to_regclass('half_done') is not null as there`,
    );
    return { there: Number(there) };
  };
  expect(await run(looking, now)).toEqual({ there: 0 });
});
