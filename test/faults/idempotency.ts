import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../local/engines/postgres.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Database } from '../../platform/db/database.ts';
import { readMigrations } from '../../platform/db/migrator.ts';
import { ordersTable } from '../integration/idempotency/orders.ts';
import { seededRandom } from '../unit/seeded-random.ts';
import type { Fault, FaultFigures, FaultOptions } from './fault.ts';
import type { Order, OrderAnswer } from './order-server.ts';

interface IdempotencyFigures extends FaultFigures {
  readonly name: 'idempotency';
  /** Whether keys were sent. */
  readonly keyed: boolean;
  readonly seconds: number;
  readonly kills: number;
  /** Orders that were answered in the end, each under a key of its own. */
  readonly keys: number;
  readonly requests: number;
  /** Requests whose process was killed before it answered. */
  readonly unanswered: number;
  /** Of those, whose transaction had been committed: the next request was given its answer. */
  readonly committedUnanswered: number;
  readonly replays: number;
  readonly inProgress: number;
}

const KILLS = 80;
const CLIENTS = 16;
/** Between kills, in milliseconds, at random. */
const LEAST_LIFE_MS = 50;
const MOST_LIFE_MS = 500;
/** Of a process; each is killed long before. */
const DEADLINE_MS = 60_000;
const PROGRESS_MS = 2_000;
/** Shares of the orders that are sent twice at once, and once more after they were answered. */
const IMPATIENT = 0.2;
const FORGETFUL = 0.1;

/**
 * Kills the process that takes orders at random moments under load, while clients send each order with its key until it is
 * answered: each key has exactly one effect, and the one answer that tells of it.
 */
export const idempotency: Fault = {
  proves: 'keys',
  run: async options => {
    const directory = await mkdtemp(join(tmpdir(), 'heal7-idempotency-'));
    // The server itself is not killed here: what it is told need not outlive the power.
    const server = await startPostgres({ directory, settings: { fsync: 'off' } });
    const database = openDatabase({ url: server.url, connections: 1, applicationName: 'faults' });
    try {
      const migrations = await readMigrations(new URL('../../db/migrations/', import.meta.url));
      const { sql } = migrations.find(({ name }) => name.endsWith('_idempotency'))!;
      await database.transaction(tx => tx.unsafe(`${sql};${ordersTable}`));
      return await run(options, server.url, database);
    } finally {
      await database.close();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    }
  },
};

async function run(options: FaultOptions, url: string, database: Database): Promise<IdempotencyFigures> {
  const { seed, short, without, progress } = options;
  const kills = short ? KILLS / 10 : KILLS;
  const started = performance.now();
  const counts = { keys: 0, requests: 0, unanswered: 0, committedUnanswered: 0, replays: 0, inProgress: 0 };
  const violations: string[] = [];
  const answers = new Map<string, string>();
  const shop = await Shop.open(url);
  let killed = 0;
  let next = 0;

  /** Sends the order until it is answered. */
  const order = async (key: string): Promise<void> => {
    let unanswered = false;
    for (;;) {
      counts.requests++;
      const answer = await shop.send(key, !without);
      if (answer === undefined) {
        counts.unanswered++;
        unanswered = true;
      } else if (answer.status === 409) {
        counts.inProgress++;
        await delay(2);
      } else if (answer.status === 201) {
        if (answer.replayed) counts.replays++;
        if (answer.replayed && unanswered) counts.committedUnanswered++;
        const earlier = answers.get(key) ?? answer.text;
        if (earlier !== answer.text) violations.push(`${key} has two answers: ${earlier} and ${answer.text}`);
        answers.set(key, earlier);
        return;
      } else {
        violations.push(`${key} was answered ${answer.status}: ${answer.text}`);
        return;
      }
    }
  };

  const client = async (): Promise<void> => {
    while (killed < kills && violations.length === 0) {
      const number = next++;
      const key = `order-${number}`;
      const random = seededRandom(seed * 1_000_003 + number);
      await Promise.all(random() < IMPATIENT ? [order(key), order(key)] : [order(key)]);
      if (random() < FORGETFUL) await order(key);
      counts.keys++;
    }
  };

  const killer = async (): Promise<void> => {
    const random = seededRandom(seed);
    while (killed < kills && violations.length === 0) {
      await delay(LEAST_LIFE_MS + random() * (MOST_LIFE_MS - LEAST_LIFE_MS));
      await shop.kill();
      killed++;
    }
  };

  const telling = setInterval(() => progress(`${killed} of ${kills} kills, ${counts.keys} orders`), PROGRESS_MS);
  try {
    await Promise.all([killer(), ...Array.from({ length: CLIENTS }, client)]);
  } finally {
    clearInterval(telling);
    shop.close();
  }
  violations.push(...(await wrongEffects(database, answers)));
  const seconds = Math.round((performance.now() - started) / 1_000);
  return { name: 'idempotency', seed, keyed: !without, seconds, kills: killed, ...counts, violations };
}

/** Keys that do not have exactly the one effect that their answer tells of. */
async function wrongEffects(database: Database, answers: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const rows = await database.sql<{ item: string; ids: string[] }[]>`
    select item, array_agg(id) as ids from test_orders group by item`;
  const effects = new Map(rows.map(({ item, ids }) => [item, ids]));
  const wrong: string[] = [];
  for (const [key, text] of answers) {
    const { id } = JSON.parse(text) as { id: string };
    const ids = effects.get(key) ?? [];
    if (ids.length !== 1 || ids[0] !== id)
      wrong.push(`${key} was answered ${id}, and its effects are: ${ids.join(', ')}`);
    effects.delete(key);
  }
  for (const key of effects.keys()) wrong.push(`${key} was carried out and never answered`);
  return wrong;
}

interface Process {
  readonly child: ChildProcess;
  /** Rejects if it ended before it was ready. */
  readonly ready: Promise<unknown>;
}

/** The process that takes orders, and the next one, which waits until it is killed. */
class Shop {
  readonly #url: string;
  readonly #waiting = new Map<number, (answer: OrderAnswer | undefined) => void>();
  #current: Process;
  #spare: Process;
  #messages = 0;

  static async open(url: string): Promise<Shop> {
    const shop = new Shop(url);
    await shop.#current.ready;
    return shop;
  }

  private constructor(url: string) {
    this.#url = url;
    this.#current = this.#start();
    this.#spare = this.#start();
  }

  /** The answer, or undefined if the process was killed before it. */
  send(key: string, keyed: boolean): Promise<OrderAnswer | undefined> {
    const id = this.#messages++;
    return new Promise(resolve => {
      this.#waiting.set(id, resolve);
      this.#current.child.send({ id, key, keyed } satisfies Order);
    });
  }

  /** Kills the process; the next one has its place from now on. */
  async kill(): Promise<void> {
    await this.#spare.ready;
    const { child } = this.#current;
    const unanswered = [...this.#waiting.values()];
    this.#waiting.clear();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    this.#current = this.#spare;
    this.#spare = this.#start();
    await ended;
    for (const resolve of unanswered) resolve(undefined);
  }

  close(): void {
    for (const { child } of [this.#current, this.#spare]) child.kill('SIGKILL');
  }

  #start(): Process {
    const path = fileURLToPath(new URL('order-server.ts', import.meta.url));
    const child = fork(path, [this.#url, String(CLIENTS)], { timeout: DEADLINE_MS, killSignal: 'SIGKILL' });
    const ended = once(child, 'exit').then(([code, signal]) => {
      throw new Error(`A process of the run ended before it was ready (${signal ?? code})`);
    });
    const ready = Promise.race([once(child, 'message'), ended]);
    // It is killed later, or never waited for: neither is a fault.
    for (const promise of [ended, ready]) promise.catch(() => {});
    child.on('message', (answer: OrderAnswer) => {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
    return { child, ready };
  }
}
