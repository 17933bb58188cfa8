import { registerHooks } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import type { Transaction } from '../../platform/db/database.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { seededRandom } from '../unit/seeded-random.ts';

/**
 * A process that moves money between accounts as fast as it can, and tells of each transfer once it is acknowledged.
 * It catches no error that it does not expect: the driver's mistakes end it.
 */

export interface FailoverLoad {
  readonly url: string;
  /** To import in place of the installed driver. */
  readonly driver?: string;
  readonly seed: number;
  readonly workers: number;
  readonly accounts: number;
}

/** What is told every few milliseconds, and with `done` at the end. */
export interface FailoverReport {
  /** Ids and times (Unix ms) of transfers that were acknowledged since the last report. */
  readonly acknowledged: readonly (readonly [id: string, at: number])[];
  readonly violations: readonly string[];
  readonly refused: Readonly<Record<string, number>>;
  readonly reruns: number;
  readonly longestCallMs: number;
  readonly done: boolean;
}

interface Transfer {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

const REPORT_MS = 20;
const CALL_DEADLINE_MS = 10_000;

const load = JSON.parse(process.argv[2]!) as FailoverLoad;
const { driver } = load;
if (driver !== undefined) {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'postgres' ? { url: driver, shortCircuit: true } : next(specifier, context),
  });
}
const { openDatabase } = await import('../../platform/db/connection.ts');
const database = openDatabase({ url: load.url, connections: load.workers, applicationName: 'failover' });

let acknowledged: [string, number][] = [];
let violations: string[] = [];
const refused: Record<string, number> = {};
let reruns = 0;
let longestCallMs = 0;
let stopping = false;

/** Gives `replayed` if the transfer had been made by an earlier run. */
async function transfer(tx: Transaction, { id, from, to, amount }: Transfer): Promise<'made' | 'replayed'> {
  const { count } = await tx`insert into operations (id) values (${id}) on conflict do nothing`;
  if (count === 0) return 'replayed';
  await tx`update accounts set balance = balance - ${amount} where id = ${from}`;
  await tx`update accounts set balance = balance + ${amount} where id = ${to}`;
  await tx`insert into effects (operation, account, amount) values (${id}, ${from}, ${-amount}), (${id}, ${to}, ${amount})`;
  return 'made';
}

/** Sends a transfer until it is acknowledged, as a client with an idempotency key does. */
async function send(order: Transfer): Promise<void> {
  let mayHaveBeenMade = false;
  for (;;) {
    const started = performance.now();
    try {
      let runs = 0;
      const outcome = await database.transaction(
        tx => {
          runs += 1;
          return transfer(tx, order);
        },
        { deadlineMs: CALL_DEADLINE_MS, awayMs: CALL_DEADLINE_MS },
      );
      acknowledged.push([order.id, Date.now()]);
      reruns += runs - 1;
      if (outcome === 'replayed' && !mayHaveBeenMade) violations.push(`${order.id} ran again after its commit`);
      return;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused[error.kind.code] = (refused[error.kind.code] ?? 0) + 1;
      mayHaveBeenMade ||= error.kind.code === 'outcome_unknown';
    } finally {
      longestCallMs = Math.max(longestCallMs, performance.now() - started);
    }
  }
}

async function work(worker: number): Promise<void> {
  const random = seededRandom(load.seed * 1_000 + worker);
  for (let number = 0; !stopping; number++) {
    const from = Math.floor(random() * load.accounts);
    const to = (from + 1 + Math.floor(random() * (load.accounts - 1))) % load.accounts;
    await send({ id: `${worker}-${number}`, from, to, amount: 1 + Math.floor(random() * 100) });
  }
}

function report(done: boolean): void {
  process.send!({ acknowledged, violations, refused, reruns, longestCallMs, done } satisfies FailoverReport);
  acknowledged = [];
  violations = [];
}

process.once('message', () => {
  stopping = true;
});
process.once('disconnect', () => process.exit());
const reporting = setInterval(report, REPORT_MS, false);
await Promise.all(Array.from({ length: load.workers }, (_, worker) => work(worker)));
clearInterval(reporting);
report(true);
await database.close();
// What was sent to the parent is on its way.
await delay(REPORT_MS);
process.disconnect();
