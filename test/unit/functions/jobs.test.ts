import { existsSync, readFileSync } from 'node:fs';
import { Cron } from 'croner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { domains } from '../../../functions/manifest.ts';
import type { JobHandler } from '../../../platform/jobs/job-function.ts';
import { type LogSink, logTo } from '../../../platform/observability/log-sink.ts';

const jobs = domains.flatMap(({ name: domain, jobs: own = [] }) => own.map(job => ({ domain, ...job })));
const scheduled = jobs.filter(({ schedule }) => schedule !== undefined);

/** Of jobs that take something. */
const usages: Readonly<Record<string, string>> = {
  'resend-dead-letters': 'Usage: npm run job resend-dead-letters -- [CONSUMER]',
  'rebuild-projection': 'Usage: npm run job rebuild-projection -- [PROJECTION]',
  'grant-role': 'Usage: npm run job grant-role -- ROLE ACCOUNT',
  'revoke-role': 'Usage: npm run job revoke-role -- ROLE ACCOUNT',
  'analyze-saju-accuracy': 'Usage: npm run job analyze-saju-accuracy -- [DAY]',
  'analyze-content-quality': 'Usage: npm run job analyze-content-quality -- [DAY]',
  'aggregate-sensor-data': 'Usage: npm run job aggregate-sensor-data -- [DAY]',
};

const HOUR_MS = 3_600_000;
/** A year and a month: every schedule comes round in it. */
const LONGEST_WATCH_MS = 400 * 24 * HOUR_MS;

/** The longest time between two runs, in hours. */
function longestGap(cron: string, timezone: string): number {
  const croner = new Cron(cron, { mode: '5-part', timezone });
  // The same every day (the zone has no summer time): two days show all gaps, of some schedules in a thousandth of the runs.
  const isDaily = cron
    .split(' ')
    .slice(2)
    .every(field => field === '*');
  const until = Date.parse('2026-01-01') + (isDaily ? 3 * 24 * HOUR_MS : LONGEST_WATCH_MS);
  let gap = 0;
  for (let at = croner.nextRun('2026-01-01')!; at.getTime() < until; ) {
    const next = croner.nextRun(at)!;
    gap = Math.max(gap, next.getTime() - at.getTime());
    at = next;
  }
  return gap / HOUR_MS;
}

test('each job and pipeline has a name of its own among all domains, and a job a file where its domain is', () => {
  const names = [...jobs, ...domains.flatMap(({ pipelines = [] }) => pipelines)].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { domain, name, entry } of jobs) {
    expect(entry).toBe(`functions/${domain}/${name}.job.ts`);
    expect(existsSync(new URL(`../../../${entry}`, import.meta.url)), entry).toBe(true);
  }
});

describe('a job', () => {
  let former: LogSink;
  beforeAll(() => {
    former = logTo(() => {});
  });
  afterAll(() => void logTo(former));
  const run = async (entry: string, args: readonly string[]) => {
    const { handler } = (await import(new URL(`../../../${entry}`, import.meta.url).href)) as { handler: JobHandler };
    return handler({ arguments: args }, { awsRequestId: 'r-1' });
  };

  test.each(jobs)('refuses what it does not take, before it does anything: $name', async ({ name, entry }) => {
    await expect(run(entry, ['--dry-run', '--dry-run', '--dry-run'])).rejects.toMatchObject({
      name: 'UnusableArguments',
      message: `These are too many arguments. ${usages[name] ?? `Usage: npm run job ${name}`}`,
    });
  });

  test.each([
    ['resend-dead-letters', ['nosuch'], /^CONSUMER is one of: .*audit-log.*\. Usage: /],
    ['rebuild-projection', ['nosuch'], /^PROJECTION is one of: .*interests.*\. Usage: /],
    ['grant-role', ['nosuch', 'miso@example.com'], /^ROLE is one of: .*operator.*\. Usage: /],
    ['revoke-role', ['operator'], /^ACCOUNT is missing\. Usage: /],
  ])('says which there are: %s %j', async (name, args, message) => {
    const { entry } = jobs.find(each => each.name === name)!;
    await expect(run(entry, args)).rejects.toMatchObject({
      name: 'UnusableArguments',
      message: expect.stringMatching(message),
    });
  });
});

test('one job runs in deployments: the one that migrates', () => {
  expect(jobs.filter(({ trigger }) => trigger === 'deployment').map(({ name }) => name)).toEqual(['migrate']);
});

test('a job takes the owner’s database where its declaration says so, which its deployment gives it, and nowhere else', () => {
  for (const { name, entry, database } of jobs) {
    const takesOwners = readFileSync(new URL(`../../../${entry}`, import.meta.url), 'utf8').includes('ownerDatabase');
    expect(takesOwners, name).toBe(database === 'owner');
  }
  const owners = jobs.filter(({ database }) => database === 'owner').map(({ name }) => name);
  expect(owners).toEqual(['migrate', 'rebuild-projection']);
});

describe.each(scheduled)('the job $name', ({ name, schedule, alarms }) => {
  test('has an alarm for failing and one for not running', () => {
    expect(alarms.slice(0, 2).map(alarm => alarm.name)).toEqual([`${name}-failed`, `${name}-not-run`]);
  });

  test('is missed once its period is over, and within a tenth of it or two hours', () => {
    const gap = longestGap(schedule!.cron, schedule!.timeZone);
    const { periodMinutes, evaluationPeriods, breachingPeriods, silenceBreaches } = alarms[1]!;
    const watched = (periodMinutes * evaluationPeriods) / 60;
    // Hours of the clock: two of them hold a gap of one, and each of them has a run of what comes oftener.
    expect(watched).toBeGreaterThan(gap < 1 ? gap : gap + 1);
    expect(watched).toBeLessThanOrEqual(gap + Math.max(2, gap / 10));
    expect(breachingPeriods).toBe(evaluationPeriods);
    expect(silenceBreaches).toBe(true);
    // CloudWatch looks back seven days at most.
    expect(watched).toBeLessThanOrEqual(168);
  });
});
