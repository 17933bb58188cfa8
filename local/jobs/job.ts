import { domains } from '../../functions/manifest.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { pipelinesOf } from '../../platform/pipelines/steps.ts';
import { isTold } from '../engines/engine-failure.ts';
import { startEngines } from '../engines/engines.ts';
import { runningEnvironment } from '../engines/running-environment.ts';
import { runPipeline } from '../pipelines/run-pipeline.ts';
import { prettyLog } from '../pretty-log.ts';
import { type Settings, settings } from '../settings.ts';
import { isLoggedFailure, reasonOf } from './failure.ts';
import { jobsOf, runJob } from './run-job.ts';

/**
 * `npm run job NAME [-- ARGUMENT …]`: runs a job or a pipeline once, on the database that DATABASE_URL names, or that of
 * `npm start`.
 */
async function main([name, ...args]: readonly string[], settings: Settings): Promise<number> {
  const { LOG } = settings;
  const jobs = [...jobsOf(domains), ...domains.flatMap(pipelinesOf)];
  const job = jobs.find(each => each.name === name);
  if (job === undefined) {
    const width = Math.max(...jobs.map(each => each.name.length));
    const list = jobs.map(each => `  ${each.name.padEnd(width)}  ${each.purpose}`);
    const wrong = name === undefined ? [] : [`There is no job "${name}".`];
    console.error([...wrong, 'npm run job NAME runs one of these:', ...list].join('\n'));
    return 1;
  }
  if (LOG !== 'json') logTo(LOG === 'pretty' ? prettyLog : () => {});
  const stop = await reachEngines(settings);
  try {
    if ('steps' in job) await runPipeline(job, args);
    else await runJob(job, args);
    return 0;
  } catch (error) {
    if (!isLoggedFailure(error)) throw error;
    // Here the reader is the one whose data it is: what the log leaves out may be said.
    console.error(reasonOf(error));
    return 1;
  } finally {
    await stop();
  }
}

/**
 * Points the environment at the engines: those of `npm start` where it runs, else ones that are started for the job; gives
 * what ends these. A database of one's own is taken as it is: `npm run job migrate` is what changes it.
 */
async function reachEngines({ HEAL7_DATA, DATABASE_URL, DATABASE_OWNER_URL }: Settings): Promise<() => Promise<void>> {
  const running = await runningEnvironment(HEAL7_DATA);
  if (running !== undefined) {
    const own = DATABASE_URL && { DATABASE_URL, DATABASE_OWNER_URL: DATABASE_OWNER_URL ?? DATABASE_URL };
    Object.assign(process.env, running, own);
    return async () => {};
  }
  const engines = await startEngines({
    directory: HEAL7_DATA,
    databaseUrl: DATABASE_URL,
    ownerUrl: DATABASE_OWNER_URL,
    asItIs: DATABASE_URL !== undefined,
    progress: message => console.error(message),
  });
  return engines.stop;
}

// Whoever read it may leave (`| head`): the job goes on to its end.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
try {
  process.exitCode = await main(process.argv.slice(2), settings());
} catch (error) {
  if (!isTold(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
// Connections of the job would keep the process for as long as they may idle.
process.exit();
