import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyErasures } from '../../functions/users/me/erasure/apply.ts';
import { eraseRows, finishErasure } from '../../functions/users/me/erasure/erase.ts';
import { migrate, readMigrations } from '../../platform/db/migrator.ts';
import { type Encryption, localEncryption } from '../../platform/encryption/encryption.ts';
import { createKeyFile } from '../../platform/encryption/key-file.ts';
import { UnopenedField } from '../../platform/encryption/unopened-field.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { seededRandom } from '../unit/seeded-random.ts';
import { ErasureSite, type Store } from './erasure-site.ts';
import { findValues, secretOf, storeValues } from './erasure-values.ts';
import type { Fault, FaultFigures, FaultOptions } from './fault.ts';

export interface ErasureFigures extends FaultFigures {
  readonly name: 'erasure';
  /** Whether erasures were applied again after each restore. */
  readonly reapplied: boolean;
  readonly seconds: number;
  readonly users: number;
  readonly restores: Readonly<Record<string, number>>;
  readonly erased: number;
  /** Values of erased users that opened after a restore, before their erasures were applied again: what is to be undone. */
  readonly openedByRestores: number;
  /** Values that were tried after it: those of the erased, and those of others, each opened and compared. */
  readonly closed: number;
  readonly opened: number;
}

/** What is restored, in turns: a backup may be of any round before. */
const WAYS: readonly (readonly Store[])[] = [['dynamodb', 'postgres'], ['dynamodb'], ['postgres']];

const FULL = { users: 300, rounds: 12 };
const SHORT = { users: 30, rounds: 3 };

/** The first brings the keys, the next what their signs tell of, and one more finds nothing. */
const MOST_RUNS = 3;

/** The longest that a process uses a key without asking. */
const KEY_LIFETIME_MS = 300_000;

/**
 * Erases users, restores a backup from before, and applies the erasures again: nothing of the erased opens, everything of
 * the others does. Who was erased is known from three places, and a restore of both engines leaves but the last: the table
 * `erasures`, the signs in the table of keys, and the log.
 */
export const erasure: Fault = {
  proves: 'log',
  run: async options => {
    const directory = await mkdtemp(join(tmpdir(), 'heal7-erasure-'));
    const site = new ErasureSite(directory);
    const log: string[] = [];
    const sink = logTo(line => log.push(line));
    try {
      return await run(options, site, join(directory, 'keys.json'), log);
    } finally {
      logTo(sink);
      await site.stop();
      await rm(directory, { recursive: true, force: true });
    }
  },
};

async function run(
  { seed, short, without, progress }: FaultOptions,
  site: ErasureSite,
  keyFile: string,
  log: readonly string[],
): Promise<ErasureFigures> {
  const started = performance.now();
  const random = seededRandom(seed);
  const { users: count, rounds } = short ? SHORT : FULL;
  const clock = { ms: Date.parse('2026-01-01T00:00:00Z') };
  const now = () => new Date(clock.ms);
  /** A process that has just begun, and holds no keys. */
  const newProcess = (): Encryption => localEncryption({ keyFile, table: site.keys, now });
  const violations: string[] = [];
  const counts = { openedByRestores: 0, closed: 0, opened: 0 };
  const restores: Record<string, number> = {};

  await createKeyFile(keyFile);
  await site.start();
  await migrate(site.database, await readMigrations(new URL('../../db/migrations/', import.meta.url)));
  const users = Array.from({ length: count }, () => uuid(random));
  for (const userId of users) {
    const encryption = newProcess();
    await encryption.keys.create(userId);
    await storeValues(site.database, site.documents, encryption, userId);
  }
  progress(`${count} users with ten sealed values each`);

  const living = new Set(users);
  for (let round = 0; round < rounds && violations.length === 0; round++) {
    await rotateSome(newProcess(), living, random);
    await site.backUp(round);
    const leaving = [...living].filter(() => random() < 1 / rounds);
    if (leaving.length === 0) leaving.push([...living][0]!);
    for (const userId of leaving) {
      await erase(site, newProcess(), userId, now());
      living.delete(userId);
    }

    const stores = WAYS[round % WAYS.length]!;
    const from = Math.floor(random() * (round + 1));
    await site.restore(from, stores);
    const way = stores.join(' and ');
    restores[way] = (restores[way] ?? 0) + 1;

    // A process that reads while erasures are still to be applied again keeps what it has got for 5 minutes.
    const early = newProcess();
    const reopened = await tried(site, early, living);
    counts.openedByRestores += reopened.openedOfErased;
    if (!without && !(await reapply(site, newProcess(), log, now))) {
      violations.push('erasures are applied again without end');
    }
    clock.ms += KEY_LIFETIME_MS;

    for (const process of [early, newProcess()]) {
      const outcome = await tried(site, process, living);
      counts.closed += outcome.closed;
      counts.opened += outcome.opened;
      violations.push(...outcome.violations);
    }
    violations.push(...(await leftAccounts(site, living)));
    for (const userId of users.filter(user => !living.has(user))) {
      const made = await newProcess()
        .keys.create(userId)
        .then(
          () => true,
          () => false,
        );
      if (made) violations.push(`${userId} was erased and has a key again`);
    }
    progress(
      `${round + 1} of ${rounds}: ${leaving.length} erased, ${way} restored as of round ${from + 1}, ` +
        `${reopened.openedOfErased} values of the erased opened until erasures were applied again`,
    );
  }
  return {
    name: 'erasure',
    seed,
    reapplied: !without,
    seconds: Math.round((performance.now() - started) / 1_000),
    users: count,
    restores,
    erased: count - living.size,
    ...counts,
    violations: violations.slice(0, 20),
  };
}

async function rotateSome({ keys }: Encryption, living: ReadonlySet<string>, random: () => number): Promise<void> {
  for (const userId of living) if (random() < 0.2) await keys.rotate(userId);
}

/** Nothing is cached here. */
const cache = { invalidate: async () => {} };

async function erase({ database }: ErasureSite, { keys }: Encryption, userId: string, at: Date): Promise<void> {
  await database.transaction(tx => eraseRows(tx, userId, at));
  await finishErasure({ database, keys, cache }, userId, at);
}

/**
 * As the runbook has it: who was erased as the log says is written into `erasures`, then the job runs until it finds nothing.
 * @returns whether it came to that
 */
async function reapply(
  { database }: ErasureSite,
  { keys, store }: Encryption,
  log: readonly string[],
  now: () => Date,
): Promise<boolean> {
  const lines = log.map(line => JSON.parse(line) as { event?: string; userId: string; at: string });
  for (const { userId, at } of lines.filter(({ event }) => event === 'account-erased')) {
    await database.sql`insert into erasures (user_id, erased_at) values (${userId}, ${at}) on conflict do nothing`;
  }
  const job = applyErasures({ keys, store, cache });
  for (let run = 0; run < MOST_RUNS; run++) {
    const counts = await job({ database, arguments: [], now, progress: () => {} });
    if (Object.values(counts).every(count => count === 0)) return true;
  }
  return false;
}

/** Accounts of the erased that are there as they were. */
async function leftAccounts({ database }: ErasureSite, living: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await database.sql<{ id: string }[]>`select id from users where account_status <> 'deleted'`;
  return rows.flatMap(({ id }) => (living.has(id) ? [] : [`${id} was erased and has an account`]));
}

/** Tries every value there is. */
async function tried(site: ErasureSite, { cipher }: Encryption, living: ReadonlySet<string>) {
  const outcome = { opened: 0, closed: 0, openedOfErased: 0, violations: [] as string[] };
  for (const { place, sealed } of await findValues(site.database, site.documents)) {
    const where = `${place.table}.${place.column} of ${place.userId}`;
    const isLiving = living.has(place.userId);
    try {
      const value = Buffer.from(await cipher.open(place, sealed)).toString();
      if (isLiving && value === secretOf(place)) outcome.opened++;
      else outcome.violations.push(isLiving ? `${where} is another value` : `${where} was erased and opens`);
      if (!isLiving) outcome.openedOfErased++;
    } catch (error) {
      if (!(error instanceof UnopenedField)) throw error;
      if (!isLiving && error.code === 'erased') outcome.closed++;
      else outcome.violations.push(`${where} does not open: ${error.code}`);
    }
  }
  return outcome;
}

function uuid(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-8$4-$5');
}
