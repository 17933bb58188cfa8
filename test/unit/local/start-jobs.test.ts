import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startJobs } from '../../../local/jobs/start-jobs.ts';
import { JobFailed } from '../../../platform/jobs/job-function.ts';
import type { Domain, JobDeclaration } from '../../../platform/manifest/domain.ts';

const job = (name: string, cron?: string): JobDeclaration => ({
  name,
  purpose: name,
  entry: `functions/any/${name}.job.ts`,
  ...(cron && { schedule: { cron, timeZone: 'Asia/Seoul' } }),
  memoryMb: 128,
  timeoutSeconds: 10,
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
  const run = ({ name }: JobDeclaration) => {
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
