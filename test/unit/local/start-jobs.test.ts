import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startJobs } from '../../../local/jobs/start-jobs.ts';
import { JobFailed } from '../../../platform/jobs/job-function.ts';
import type { Domain, JobDeclaration, PipelineDeclaration } from '../../../platform/manifest/domain.ts';

const job = (name: string, cron?: string): JobDeclaration => ({
  name,
  purpose: name,
  entry: `functions/any/${name}.job.ts`,
  ...(cron && { schedule: { cron, timeZone: 'Asia/Seoul' } }),
  memoryMb: 128,
  timeoutSeconds: 10,
  alarms: [],
});
const pipeline = (name: string, cron: string, ...steps: readonly [string, ...string[]]): PipelineDeclaration => ({
  name,
  purpose: name,
  schedule: { cron, timeZone: 'Asia/Seoul' },
  steps,
  retries: { attempts: 2, intervalSeconds: 300 },
  alarms: [],
});
const domains: readonly Domain[] = [
  { name: 'any', purpose: 'Any', alarms: [], jobs: [job('hourly', '5 * * * *'), job('migrate')] },
  { name: 'other', purpose: 'Other', alarms: [], jobs: [job('nightly', '10 1 * * *')] },
];

const MINUTE_MS = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-24T23:00:00+09:00') }));
afterEach(() => void vi.useRealTimers());

/** Runs that take until they are ended. */
function heldRuns() {
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const run = ({ name }: { readonly name: string }) => {
    started.push(name);
    return new Promise<void>(resolve => ends.push(resolve));
  };
  return { started, run, endNext: () => ends.shift()!() };
}

test('each scheduled job runs once at the start, one after another; one for deployments does not', async () => {
  const { started, run, endNext } = heldRuns();
  startJobs(domains, run);
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toEqual(['hourly']);
  endNext();
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toEqual(['hourly', 'nightly']);
});

test('jobs run at their times in Seoul', async () => {
  const runs: string[] = [];
  const jobs = startJobs(domains, async ({ name }) => void runs.push(`${name} ${new Date().toISOString()}`));
  await vi.advanceTimersByTimeAsync(150 * MINUTE_MS);
  await jobs.stop();
  expect(runs.slice(2)).toEqual([
    'hourly 2026-11-24T14:05:00.000Z',
    'hourly 2026-11-24T15:05:00.000Z',
    'hourly 2026-11-24T16:05:00.000Z',
    'nightly 2026-11-24T16:10:00.000Z',
  ]);
});

test('a job that still runs is not started again', async () => {
  const { started, run, endNext } = heldRuns();
  startJobs(domains, run);
  await vi.advanceTimersByTimeAsync(70 * MINUTE_MS);
  expect(started).toEqual(['hourly']);
  endNext();
  await vi.advanceTimersByTimeAsync(60 * MINUTE_MS);
  expect(started.filter(name => name === 'hourly')).toHaveLength(2);
});

test('a job that failed runs at its next time', async () => {
  let runs = 0;
  startJobs(domains, async ({ name }) => {
    runs++;
    throw new JobFailed(name, new Error('no'));
  });
  await vi.advanceTimersByTimeAsync(6 * MINUTE_MS);
  expect(runs).toBe(3);
});

test('stopping waits for the job that runs, and starts no more', async () => {
  const { started, run, endNext } = heldRuns();
  const jobs = startJobs(domains, run);
  await vi.advanceTimersByTimeAsync(0);
  let stopped = false;
  const stopping = jobs.stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(200 * MINUTE_MS);
  expect(stopped).toBe(false);
  endNext();
  await stopping;
  expect(started).toEqual(['hourly']);
});

test('the next run of each is told', () => {
  const next = startJobs(domains, async () => {}).next();
  expect(next.map(({ job: { name }, at }) => [name, at.toISOString()])).toEqual([
    ['hourly', '2026-11-24T14:05:00.000Z'],
    ['nightly', '2026-11-24T16:10:00.000Z'],
  ]);
});

test('a pipeline runs at its times and once at the start, after the jobs; its steps by themselves do not', async () => {
  const steps: Domain = {
    name: 'steps',
    purpose: 'Steps',
    alarms: [],
    jobs: [{ ...job('first'), trigger: 'pipeline' }],
    pipelines: [pipeline('nightly-pipeline', '0 2 * * *', 'first')],
  };
  const runs: string[] = [];
  const jobs = startJobs([steps, ...domains], async ({ name }) => void runs.push(name));
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toEqual(['hourly', 'nightly', 'nightly-pipeline']);
  expect(jobs.next().map(({ job: { name }, at }) => [name, at.toISOString()])).toContainEqual([
    'nightly-pipeline',
    '2026-11-24T17:00:00.000Z',
  ]);
  // Three hours of the night later.
  await vi.advanceTimersByTimeAsync(180 * MINUTE_MS);
  expect(runs.filter(name => name === 'nightly-pipeline')).toHaveLength(2);
  await jobs.stop();
});

test('stopping tells what waits to try again', async () => {
  const signals: AbortSignal[] = [];
  const jobs = startJobs(domains, async (_, signal) => void signals.push(signal));
  await vi.advanceTimersByTimeAsync(0);
  expect(signals[0]!.aborted).toBe(false);
  await jobs.stop();
  expect(signals[0]!.aborted).toBe(true);
});
