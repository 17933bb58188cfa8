import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../local/engines/free-port.ts';
import { type PostgresEngine, startPostgres } from '../../local/engines/postgres.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Sql } from '../../platform/db/database.ts';
import { seededRandom } from '../unit/seeded-random.ts';
import type { FailoverLoad, FailoverReport } from './failover-client.ts';
import type { Fault, FaultFigures, FaultOptions } from './fault.ts';
import { unmendedDriver } from './unmended-driver.ts';

export interface FailoverFigures extends FaultFigures {
  readonly name: 'failover';
  readonly mended: boolean;
  readonly seconds: number;
  readonly restarts: number;
  readonly acknowledged: number;
  /** Runs of a transaction beyond its first. */
  readonly reruns: number;
  /** Calls that were refused with each code, and sent again. */
  readonly refused: Readonly<Record<string, number>>;
  /** From the server's being back to the first transfer, of each restart. */
  readonly firstSuccessMs: readonly number[];
  readonly longestCallMs: number;
}

const WORKERS = 16;
const ACCOUNTS = 100;
const OPENING_BALANCE = 1_000_000;

/** Two of each: connections are told; are cut without a word; the first process dies alone and the others follow it. */
const WAYS = ['SIGINT', 'SIGQUIT', 'SIGKILL', 'SIGINT', 'SIGQUIT', 'SIGKILL'] as const;

/** How long the server runs between restarts and is away, at random. */
const RUNNING_MS = { least: 2_000, most: 8_000 };
const RUNNING_SHORT_MS = { least: 300, most: 700 };
const AWAY_MS = { least: 0, most: 600 };

const MOST_FIRST_SUCCESS_MS = 1_000;
/** Nothing for so long is a hung call. */
const MOST_SILENCE_MS = 15_000;
/** For each statement that looks what holds at the end. */
const MOST_CHECK_MS = 60_000;
/** That a server is back is seen up to so late. */
const READY_CHECK_MS = 10;

/** What fsync protects from is a power cut: a process that dies leaves what it wrote to the operating system. */
const SETTINGS = { fsync: 'off', deadlock_timeout: '20ms', max_connections: '50' };

/**
 * Restarts the server six times under transfers between accounts: the process that makes them goes on, no call hangs, the
 * first one after the server is back comes within a second, none is made twice, and none that was acknowledged is lost.
 */
export const failover: Fault = {
  proves: 'mend',
  run: async options => {
    const directory = await mkdtemp(join(tmpdir(), 'heal7-failover-'));
    try {
      const driver = options.without ? await unmendedDriver(join(directory, 'driver')) : undefined;
      return await run(options, join(directory, 'postgres'), driver);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
};

async function run(options: FaultOptions, directory: string, driver: string | undefined): Promise<FailoverFigures> {
  const { seed, short, progress } = options;
  const started = performance.now();
  const random = seededRandom(seed);
  const between = ({ least, most }: { least: number; most: number }) => least + random() * (most - least);
  const port = await freePort();
  let server = await startPostgres({ directory, port, settings: SETTINGS });
  const database = openDatabase({
    url: server.url,
    connections: 1,
    applicationName: 'faults',
    statementTimeoutMs: MOST_CHECK_MS,
  });
  const firstSuccessMs: number[] = [];
  let client: Client | undefined;
  try {
    await makeAccounts(database.sql);
    client = startClient({
      url: server.url,
      ...(driver !== undefined && { driver }),
      seed,
      workers: WORKERS,
      accounts: ACCOUNTS,
    });
    await client.successSince(0);
    for (const [number, signal] of shuffled(WAYS, random).entries()) {
      await delay(between(short ? RUNNING_SHORT_MS : RUNNING_MS));
      await killed(server, signal);
      await delay(between(AWAY_MS));
      server = await startPostgres({ directory, port, settings: SETTINGS });
      const back = Date.now();
      const success = await client.successSince(back - READY_CHECK_MS);
      if (success === undefined) break;
      firstSuccessMs.push(Math.max(0, success - back));
      progress(
        `${number + 1} of ${WAYS.length}: ${signal}, first transfer ${firstSuccessMs.at(-1)} ms after it was back, ` +
          `${client.acknowledged.size} so far`,
      );
    }
    await client.finish();
    const slow = firstSuccessMs.filter(ms => ms > MOST_FIRST_SUCCESS_MS);
    const violations = [
      ...client.violations,
      ...slow.map(ms => `the first transfer after a restart took ${ms} ms`),
      ...(await broken(database.sql, [...client.acknowledged])),
    ];
    return {
      name: 'failover',
      seed,
      mended: driver === undefined,
      seconds: Math.round((performance.now() - started) / 1_000),
      restarts: firstSuccessMs.length,
      acknowledged: client.acknowledged.size,
      reruns: client.last.reruns,
      refused: client.last.refused,
      firstSuccessMs,
      longestCallMs: Math.round(client.last.longestCallMs),
      violations,
    };
  } finally {
    client?.kill();
    await database.close();
    await server.stop();
  }
}

async function makeAccounts(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create table accounts (id int primary key, balance bigint not null);
    create table operations (id text primary key);
    -- Without a key, so that a second effect would be seen and not refused.
    create table effects (operation text not null, account int not null, amount bigint not null);
    insert into accounts select id, ${OPENING_BALANCE} from generate_series(0, ${ACCOUNTS - 1}) id`);
}

/** What does not hold in the tables at the end. */
async function broken(sql: Sql, acknowledged: readonly string[]): Promise<readonly string[]> {
  // The first statement may meet a connection of a former server.
  await sql`select 1`.catch(() => {});
  const [counts] = await sql<[Record<string, number>]>`
    with
      acknowledged as (select unnest(${acknowledged}::text[]) as id),
      made as (select operation as id, count(*) as effects from effects group by operation),
      sums as (select account as id, sum(amount) as amount from effects group by account)
    select
      (select count(*) from acknowledged left join operations using (id) where operations.id is null)::int
        as "acknowledged transfers are lost",
      (select count(*) from operations left join acknowledged using (id) where acknowledged.id is null)::int
        as "transfers were made and never acknowledged",
      (select count(*) from made where effects > 2)::int as "transfers were made twice",
      (select count(*) from operations full join made using (id) where operations.id is null or effects is null or effects < 2)::int as "transfers were made in part",
      (select count(*) from accounts left join sums using (id)
        where balance <> ${OPENING_BALANCE} + coalesce(amount, 0))::int as "accounts do not balance"`;
  return Object.entries(counts).flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what}`]));
}

async function killed({ processId }: PostgresEngine, signal: NodeJS.Signals): Promise<void> {
  process.kill(processId, signal);
  while (isRunning(processId)) await delay(5);
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map(item => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** The process under load, as it is seen from here. */
interface Client {
  readonly acknowledged: ReadonlySet<string>;
  readonly violations: readonly string[];
  readonly last: FailoverReport;
  /** Waits for a transfer acknowledged at that time or later; gives its time, undefined if there will be none. */
  successSince(time: number): Promise<number | undefined>;
  /** Lets calls that are under way end. */
  finish(): Promise<void>;
  kill(): void;
}

function startClient(load: FailoverLoad): Client {
  const child: ChildProcess = fork(
    fileURLToPath(new URL('failover-client.ts', import.meta.url)),
    [JSON.stringify(load)],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] },
  );
  const acknowledged = new Set<string>();
  const violations: string[] = [];
  let last: FailoverReport = {
    acknowledged: [],
    violations: [],
    refused: {},
    reruns: 0,
    longestCallMs: 0,
    done: false,
  };
  let lastSuccess = 0;
  let firstSince: { readonly since: number; at?: number } = { since: 0 };
  let errors = '';
  let ended = false;
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.on('message', (report: FailoverReport) => {
    last = report;
    violations.push(...report.violations);
    for (const [id, at] of report.acknowledged) {
      if (acknowledged.has(id)) violations.push(`${id} was acknowledged twice`);
      acknowledged.add(id);
      lastSuccess = at;
      if (at >= firstSince.since) firstSince.at ??= at;
    }
  });
  child.once('close', (code, signal) => {
    ended = true;
    const message = /^\w*Error.*$/m.exec(errors)?.[0] ?? errors.trim().split('\n').at(-1);
    if (!last.done) violations.push(`the process ended with ${code ?? signal}: ${message}`);
  });
  const until = async (condition: () => boolean): Promise<boolean> => {
    const deadline = Date.now() + MOST_SILENCE_MS;
    while (!condition()) {
      if (ended || Date.now() > deadline) return false;
      await delay(5);
    }
    return true;
  };
  return {
    acknowledged,
    violations,
    get last() {
      return last;
    },
    successSince: async since => {
      // What is reported from now on may be of before: reports come every 20 ms, in their order.
      firstSince = { since, ...(lastSuccess >= since && lastSuccess > 0 && { at: lastSuccess }) };
      const watched = firstSince;
      if (await until(() => watched.at !== undefined)) return watched.at;
      if (!ended)
        violations.push(`calls hang: none ended within ${MOST_SILENCE_MS / 1_000} s of the server's being back`);
      return undefined;
    },
    finish: async () => {
      if (!ended) child.send('stop');
      if (!(await until(() => last.done)) && !ended)
        violations.push('calls hang: not all ended after the last restart');
      // An end by itself is told of before what came of it.
      if (ended) await delay(0);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
