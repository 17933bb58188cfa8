import type { Database } from '../db/database.ts';
import { METRICS_DIMENSIONS, METRICS_NAMESPACE } from '../observability/embedded-metrics.ts';
import { writeLog } from '../observability/log-sink.ts';
import { loggableError } from '../observability/loggable-error.ts';
import { streams } from '../streams/streams.ts';
import { hasAppended } from './event-store.ts';
import { createRelay, type Relay } from './relay.ts';

/** Of the write's answer, at most: a page takes some 30 ms. */
const BUDGET_MS = 300;

/** Between looks at what an open transaction holds back: a tenth of a second or so is a request's, and a job's is longer. */
const LOOK_AGAIN_MS = 250;

/**
 * A database that publishes events: when a transaction in which some were appended has been committed, the relay runs before
 * its result is given, since Lambda freezes what is not awaited. The write stands whatever becomes of that: what fails is
 * logged and counted, and left to the job `relay-events`.
 *
 * @param livesOn the process goes on after its answers: it looks again for what an open transaction holds back. Elsewhere the
 * next writer does, or the job
 */
export function publishing(database: Database, relay: Pick<Relay, 'run'>, livesOn = false): Database {
  let looking = false;
  const lookAgain = () => {
    if (!livesOn || looking) return;
    looking = true;
    const look = () => {
      looking = false;
      return publish();
    };
    setTimeout(look, LOOK_AGAIN_MS).unref();
  };
  const publish = async () => {
    const run = await relay.run().catch(logFailure);
    if (run?.ended === 'held back') lookAgain();
  };
  return {
    ...database,
    async transaction(work, options) {
      let appended = false;
      const result = await database.transaction(async tx => {
        const made = await work(tx);
        appended = hasAppended(tx);
        return made;
      }, options);
      if (appended) await publish();
      return result;
    },
  };
}

/** One a process: writers of all of its functions share its runs. */
let relay: { readonly of: Database; readonly relay: Relay } | undefined;

/** The database of the environment, publishing to the streams of the environment; as it is where there are none. */
export function publishingFromEnvironment(database: Database): Database {
  if (!process.env[streams['user-events'].variable]) return database;
  if (relay?.of !== database) relay = { of: database, relay: createRelay({ database, budgetMs: BUDGET_MS }) };
  return publishing(database, relay.relay, process.env.AWS_LAMBDA_FUNCTION_NAME === undefined);
}

const METRICS = [{ Name: 'relay_failures', Unit: 'Count' }];
const DIRECTIVE = [{ Namespace: METRICS_NAMESPACE, Dimensions: METRICS_DIMENSIONS, Metrics: METRICS }];

function logFailure(error: unknown): void {
  const line = {
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: DIRECTIVE },
    level: 'error',
    event: 'relay-failed',
    function: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'heal7',
    relay_failures: 1,
    error: loggableError(error),
  };
  writeLog(JSON.stringify(line));
}
