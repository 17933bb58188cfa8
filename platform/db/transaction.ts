import { setTimeout as delay } from 'node:timers/promises';
import type postgres from 'postgres';
import { DomainError } from '../errors/domain-error.ts';
import { databaseUnavailable, outcomeUnknown } from '../errors/kinds.ts';
import type { Database, Transaction, TransactionOptions } from './database.ts';
import { failureOf } from './failure.ts';
import { outcomeOf, type TransactionIdentity } from './outcome.ts';
import { RETRY_AFTER } from './unavailable.ts';

type Pool = postgres.Sql<Record<string, never>>;

const DEADLINE_MS = 30_000;

/** As long as a connection may take (`connect_timeout`), and half of the 10 s that functions have for a request. */
const MOST_AWAY_MS = 5_000;

/**
 * The n-th wait is random, up to 5 · 2ⁿ ms and never over 250 ms: colliding transactions part, and a server that is back
 * is found within a quarter of a second.
 */
const FIRST_WAIT_MS = 5;
const MOST_WAIT_MS = 250;

/** How one attempt ended. */
type Attempt<Result> =
  | { readonly ended: 'committed'; readonly result: Result }
  | { readonly ended: 'rolled back'; readonly error: unknown; readonly reached: boolean }
  | { readonly ended: 'in doubt'; readonly result: Result; readonly identity: TransactionIdentity };

interface Deadline {
  /** The caller has been told that it failed: from now on nothing begins, and no commit is sent. */
  passed: boolean;
  /** A commit has been sent, and what became of it is not known. */
  inDoubt: boolean;
}

/** Runs transactions as `Database.transaction` promises. */
export function transactionRunner(pool: Pool): Database['transaction'] {
  return async (work, options = {}) => {
    const deadline: Deadline = { passed: false, inDoubt: false };
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        deadline.passed = true;
        reject(failure(deadline));
      }, options.deadlineMs ?? DEADLINE_MS);
    });
    try {
      return await Promise.race([untilCommitted(pool, work, options, deadline), timeout]);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function untilCommitted<Result>(
  pool: Pool,
  work: (tx: Transaction) => Promise<Result>,
  options: TransactionOptions,
  deadline: Deadline,
): Promise<Result> {
  const { awayMs = MOST_AWAY_MS } = options;
  let awaySince: number | undefined;
  for (let attempts = 1; ; attempts++) {
    const began = performance.now();
    const attempt = await attemptOnce(pool, work, options, deadline);
    if (attempt.ended === 'committed') return attempt.result;
    if (attempt.ended === 'in doubt') {
      const outcome = await askUntilKnown(pool, attempt.identity, deadline, awayMs);
      if (outcome === 'committed') return attempt.result;
      if (outcome === 'unknown') throw failure(deadline);
      deadline.inDoubt = false;
    } else {
      const { error, reached } = attempt;
      const why = failureOf(error);
      if (deadline.passed || !(why === 'conflict' || why === 'lost')) throw error;
      awaySince = reached ? undefined : (awaySince ?? began);
      if (awaySince !== undefined && performance.now() - awaySince >= awayMs) throw failure(deadline);
    }
    await delay(waitAfter(attempts));
  }
}

async function attemptOnce<Result>(
  pool: Pool,
  work: (tx: Transaction) => Promise<Result>,
  { isolation }: TransactionOptions,
  deadline: Deadline,
): Promise<Attempt<Result>> {
  if (deadline.passed) return { ended: 'rolled back', error: failure(deadline), reached: false };
  /** Set just before COMMIT is sent: until then a lost connection means a rollback. */
  let committing: { readonly result: Result; readonly identity: TransactionIdentity } | undefined;
  let running: Promise<Result> | undefined;
  try {
    await pool.begin(isolation === undefined ? '' : `isolation level ${isolation}`, async tx => {
      // Goes out together with the work's first statement, and is answered before it: no round trip of its own.
      const identity = tx<[TransactionIdentity]>`
        select pg_current_xact_id()::text as xid, extract(epoch from pg_postmaster_start_time())::text as server`.execute();
      identity.catch(() => {});
      running = work(tx);
      const result = await running;
      const [known] = await identity;
      if (deadline.passed) throw failure(deadline);
      deadline.inDoubt = true;
      committing = { result, identity: known };
    });
    return { ended: 'committed', result: committing!.result };
  } catch (error) {
    if (committing !== undefined && failureOf(error) === 'lost') return { ended: 'in doubt', ...committing };
    deadline.inDoubt = false;
    // It may still be on its way: two runs of the same work must not meet.
    await running?.catch(() => {});
    return { ended: 'rolled back', error, reached: running !== undefined };
  }
}

async function askUntilKnown(
  pool: Pool,
  identity: TransactionIdentity,
  deadline: Deadline,
  awayMs: number,
): Promise<'committed' | 'aborted' | 'unknown'> {
  let answered = performance.now();
  for (let asked = 1; !deadline.passed && performance.now() - answered < awayMs; asked++) {
    try {
      const outcome = await outcomeOf(pool, identity);
      if (outcome !== 'in progress') return outcome;
      answered = performance.now();
    } catch (error) {
      if (failureOf(error) === 'final') throw error;
    }
    await delay(waitAfter(asked));
  }
  return 'unknown';
}

/** What a caller is told whom the database failed. */
function failure({ inDoubt }: Deadline): DomainError {
  return new DomainError(inDoubt ? outcomeUnknown : databaseUnavailable, {}, RETRY_AFTER);
}

function waitAfter(attempts: number): number {
  return Math.random() * Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
}
