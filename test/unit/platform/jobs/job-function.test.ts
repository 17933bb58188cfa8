import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database, Transaction } from '../../../../platform/db/database.ts';
import type { Job } from '../../../../platform/jobs/job.ts';
import type { JobArgument } from '../../../../platform/jobs/job-arguments.ts';
import { JobFailed, jobFunction } from '../../../../platform/jobs/job-function.ts';
import { UnusableArguments } from '../../../../platform/jobs/unusable-arguments.ts';
import { type LogSink, logTo } from '../../../../platform/observability/log-sink.ts';

const personal = '홍길동';
const at = new Date('2026-11-25T01:10:00+09:00');

/** Takes transactions and statements, and does nothing with them. */
const nowhere = {
  transaction: (work: (tx: Transaction) => Promise<unknown>) => work((async () => []) as unknown as Transaction),
} as unknown as Database;

let lines: Record<string, unknown>[];
let former: LogSink;
beforeEach(() => {
  lines = [];
  former = logTo(line => lines.push(JSON.parse(line)));
});
afterEach(() => void logTo(former));

const handlerOf = (run: Job) =>
  jobFunction({ name: 'sweep', run, database: () => nowhere, now: () => at, stopwatch: () => () => 12.3456 });
const run = (job: Job) => handlerOf(job)({}, { awsRequestId: 'r-1' });

test('a run that ends well gives what it did, and writes one line with its metrics', async () => {
  expect(await run(async () => ({ made: 3 }))).toEqual({ made: 3 });
  expect(lines).toEqual([
    {
      _aws: {
        Timestamp: at.getTime(),
        CloudWatchMetrics: [
          {
            Namespace: 'HEAL7',
            Dimensions: [['function']],
            Metrics: [
              { Name: 'job_runs', Unit: 'Count' },
              { Name: 'job_failures', Unit: 'Count' },
              { Name: 'job_duration', Unit: 'Milliseconds' },
            ],
          },
        ],
      },
      level: 'info',
      function: 'sweep',
      job: 'sweep',
      requestId: 'r-1',
      job_runs: 1,
      job_failures: 0,
      job_duration: 12.346,
      counts: { made: 3 },
    },
  ]);
});

test('the metrics are members of the line, each a number', async () => {
  await run(async () => ({}));
  const [line] = lines as [
    { _aws: { CloudWatchMetrics: [{ Metrics: { Name: string }[] }] } } & Record<string, unknown>,
  ];
  for (const { Name } of line._aws.CloudWatchMetrics[0].Metrics) expect(line[Name]).toBeTypeOf('number');
});

test('a run that fails is counted as a failure and not as a run, and is thrown on', async () => {
  const failing = run(async () => {
    throw Object.assign(new RangeError(personal), { code: '23514' });
  });
  await expect(failing).rejects.toBeInstanceOf(JobFailed);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    level: 'error',
    job_runs: 0,
    job_failures: 1,
    counts: {},
    error: { name: 'RangeError', code: '23514' },
  });
});

test('neither the log nor what Lambda would log of the failure has the message of the error', async () => {
  const error: JobFailed = await run(async () => {
    throw Object.assign(new Error(personal), { detail: `Key (nickname)=(${personal})` });
  }).then(
    () => expect.unreachable(),
    thrown => thrown,
  );
  // Lambda writes name, message, stack and the enumerable properties.
  const loggedByLambda = JSON.stringify({ ...error, name: error.name, message: error.message, stack: error.stack });
  expect(JSON.stringify(lines) + loggedByLambda).not.toContain(personal);
  expect((error.cause as Error).message).toBe(personal);
});

test('a database that cannot be reached is a failure as any other', async () => {
  const handler = jobFunction({
    name: 'sweep',
    run: async () => ({}),
    database: () => {
      throw new Error('DATABASE_URL');
    },
  });
  await expect(handler({}, { awsRequestId: 'r-1' })).rejects.toBeInstanceOf(JobFailed);
  expect(lines[0]).toMatchObject({ job_failures: 1 });
});

test('progress is told line by line, without metrics', async () => {
  await run(async ({ progress }) => {
    progress({ deleted: 1_000 });
    progress({ deleted: 1_700 });
    return { deleted: 1_700 };
  });
  expect(lines.map(line => line.progress)).toEqual([{ deleted: 1_000 }, { deleted: 1_700 }, undefined]);
  expect(lines[0]).toEqual({
    level: 'info',
    function: 'sweep',
    job: 'sweep',
    requestId: 'r-1',
    progress: { deleted: 1_000 },
  });
});

test('a run has the time that it is given', async () => {
  let seen: Date | undefined;
  await run(async ({ now }) => {
    seen = now();
    return {};
  });
  expect(seen).toEqual(at);
});

test('a count that is a metric stands in the line by its name too, of a run that has it', async () => {
  const metrics = { found: 'sweep_found' };
  const handler = (job: Job) => jobFunction({ name: 'sweep', run: job, metrics, database: () => nowhere });
  await handler(async () => ({ found: 2, made: 3 }))({}, { awsRequestId: 'r-1' });
  await handler(async () => ({ made: 3 }))({}, { awsRequestId: 'r-2' });
  const named = { Name: 'sweep_found', Unit: 'Count' };
  expect(lines[0]).toMatchObject({ sweep_found: 2, counts: { found: 2 } });
  expect(JSON.stringify(lines[0]!._aws)).toContain(JSON.stringify(named));
  expect(lines[1]).not.toHaveProperty('sweep_found');
  expect(JSON.stringify(lines[1]!._aws)).not.toContain('sweep_found');
});

test('arguments that cannot be used are a failure by that name, which a pipeline does not try again', async () => {
  const refusing = run(async () => {
    throw new UnusableArguments('has to be a day');
  });
  await expect(refusing).rejects.toMatchObject({ name: 'UnusableArguments', message: 'has to be a day' });
  expect(lines).toMatchObject([{ level: 'error', job_failures: 1, error: { name: 'UnusableArguments' } }]);
});

describe('arguments', () => {
  const ROLE: JobArgument = { name: 'ROLE', oneOf: async () => ['expert', 'operator'] };
  const DAY: JobArgument = { name: 'DAY', optional: true };
  const given = async (declared: readonly JobArgument[], args: readonly string[]) => {
    let seen: readonly string[] | undefined;
    const job: Job = async ({ arguments: told }) => {
      seen = told;
      return {};
    };
    const handler = jobFunction({ name: 'sweep', run: job, arguments: declared, database: () => nowhere });
    const refusal = await handler({ arguments: args }, { awsRequestId: 'r-1' }).then(
      () => undefined,
      (error: Error) => error,
    );
    return { seen, refusal };
  };

  test.each([
    [[], []],
    [[DAY], []],
    [[DAY], ['2026-11-24']],
    [[ROLE, DAY], ['expert']],
  ])('that are declared are the job’s: %j, %j', async (declared, args) => {
    expect(await given(declared, args)).toEqual({ seen: args, refusal: undefined });
  });

  test.each([
    ['one where none is taken', [], ['--dry-run'], 'These are too many arguments. Usage: npm run job sweep'],
    ['one more', [DAY], ['a', 'b'], 'These are too many arguments. Usage: npm run job sweep -- [DAY]'],
    ['one less', [ROLE, DAY], [], 'ROLE is missing. Usage: npm run job sweep -- ROLE [DAY]'],
    ['another', [ROLE], ['king'], 'ROLE is one of: expert, operator. Usage: npm run job sweep -- ROLE'],
  ])('%s is refused before anything is done, with what the job takes', async (_, declared, args, message) => {
    const { seen, refusal } = await given(declared, args);
    expect(seen).toBeUndefined();
    expect(refusal).toMatchObject({ name: 'UnusableArguments', message });
  });
});
