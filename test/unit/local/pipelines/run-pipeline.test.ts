import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PipelineFailed, type PipelineOptions, runPipeline } from '../../../../local/pipelines/run-pipeline.ts';
import { JobFailed } from '../../../../platform/jobs/job-function.ts';
import { UnusableArguments } from '../../../../platform/jobs/unusable-arguments.ts';
import { type LogSink, logTo } from '../../../../platform/observability/log-sink.ts';
import { pipeline } from '../../platform/pipelines/pipeline.ts';

let lines: Record<string, unknown>[];
let former: LogSink;
beforeEach(() => {
  lines = [];
  former = logTo(line => lines.push(JSON.parse(line)));
});
afterEach(() => {
  logTo(former);
  vi.useRealTimers();
});

/** Runs of steps, as `step argument …`; `fail` says which attempts fail, and how. */
function runsOf(fail: (step: string, attempt: number) => Error | undefined = () => undefined) {
  const runs: string[] = [];
  const run: PipelineOptions['run'] = async ({ name }, args = []) => {
    runs.push([name, ...args].join(' '));
    const error = fail(name, runs.filter(each => each.startsWith(name)).length);
    if (error) throw error;
    return { done: 1 };
  };
  return { runs, run };
}

const failed = (step: string) => new JobFailed(step, new Error('no'));
const line = (name: string) => lines.filter(each => name in each);

test('the steps run one after another with the day they are told, and each tells that it begins', async () => {
  const { runs, run } = runsOf();
  await runPipeline(pipeline, ['2026-11-24'], { run });
  expect(runs).toEqual(['wash-up 2026-11-24', 'dry 2026-11-24']);
  const [{ execution }] = lines as [{ execution: string }];
  expect(lines).toEqual([
    { level: 'info', pipeline: 'nightly', execution, step: 'wash-up', position: 1, steps: 2, attempt: 1 },
    { level: 'info', pipeline: 'nightly', execution, step: 'dry', position: 2, steps: 2, attempt: 1 },
    expect.objectContaining({ pipeline: 'nightly', execution, pipeline_runs: 1, pipeline_failures: 0 }),
  ]);
});

test('without a day all steps get the execution’s start, also those that run after midnight', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T23:58:00+09:00') });
  const { runs, run } = runsOf((step, attempt) => (step === 'wash-up' && attempt === 1 ? failed(step) : undefined));
  const running = runPipeline(pipeline, [], { run });
  await vi.advanceTimersByTimeAsync(300_000);
  await running;
  const start = '2026-11-24T14:58:00.000Z';
  expect(runs).toEqual([`wash-up ${start}`, `wash-up ${start}`, `dry ${start}`]);
});

describe('a step that fails', () => {
  test('is tried again twice, five minutes apart', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-25T02:00:00+09:00') });
    const { runs, run } = runsOf((step, attempt) => (attempt < 3 ? failed(step) : undefined));
    const running = runPipeline(pipeline, ['2026-11-24'], { run });
    await vi.advanceTimersByTimeAsync(299_999);
    expect(runs).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({ step: 'wash-up', attempt: 2, waitSeconds: 300 });
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(299_999);
    expect(runs).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    // The third attempt went well, and the next step has three of its own.
    expect(runs.map(run => run.split(' ')[0])).toEqual(['wash-up', 'wash-up', 'wash-up', 'dry']);
    await vi.advanceTimersByTimeAsync(600_000);
    await running;
    expect(runs).toHaveLength(6);
    expect(lines.at(-1)).toMatchObject({ pipeline_runs: 1, pipeline_failures: 0 });
  });

  test('past its retries ends the execution, counted once as failed, and no later step runs', async () => {
    const { runs, run } = runsOf(step => failed(step));
    const error: PipelineFailed = await runPipeline(pipeline, ['2026-11-24'], { run, retryIntervalMs: 0 }).then(
      () => expect.unreachable(),
      thrown => thrown,
    );
    expect(runs).toEqual(Array(3).fill('wash-up 2026-11-24'));
    expect(error).toBeInstanceOf(PipelineFailed);
    expect(error).toMatchObject({
      message: expect.stringContaining('nightly failed at wash-up'),
      cause: expect.any(JobFailed),
    });
    expect(line('_aws')).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: 'HEAL7',
              Dimensions: [['function']],
              Metrics: [
                { Name: 'pipeline_runs', Unit: 'Count' },
                { Name: 'pipeline_failures', Unit: 'Count' },
                { Name: 'pipeline_duration', Unit: 'Milliseconds' },
              ],
            },
          ],
        },
        level: 'error',
        function: 'nightly',
        pipeline: 'nightly',
        execution: expect.any(String),
        pipeline_runs: 0,
        pipeline_failures: 1,
        pipeline_duration: expect.any(Number),
        failedStep: 'wash-up',
      },
    ]);
  });

  test('names the step that failed where an earlier one went well', async () => {
    const { runs, run } = runsOf(step => (step === 'dry' ? failed(step) : undefined));
    await expect(runPipeline(pipeline, [], { run, retryIntervalMs: 0 })).rejects.toThrow('nightly failed at dry');
    expect(runs).toHaveLength(4);
    expect(line('_aws')).toMatchObject([{ failedStep: 'dry' }]);
  });

  test('at arguments that cannot be used is not tried again', async () => {
    const { runs, run } = runsOf(() => new UnusableArguments('no'));
    await expect(runPipeline(pipeline, ['tomorrow'], { run })).rejects.toMatchObject({
      name: 'PipelineFailed',
      cause: expect.any(UnusableArguments),
    });
    expect(runs).toEqual(['wash-up tomorrow']);
    expect(line('waitSeconds')).toEqual([]);
  });

  test('takes longer than its time, and is one that failed', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-25T02:00:00+09:00') });
    const running = runPipeline(pipeline, [], { run: () => new Promise(() => {}), retryIntervalMs: 0 });
    const seen = expect(running).rejects.toThrow('nightly failed at wash-up');
    // Three attempts of 100 s and 30 s for Lambda.
    await vi.advanceTimersByTimeAsync(3 * 130_000);
    await seen;
    expect(line('attempt')).toHaveLength(3);
  });
});

describe('ended from outside', () => {
  test('an execution that waits to try again ends at once, and is no failure', async () => {
    const ending = new AbortController();
    const { runs, run } = runsOf(failed);
    const running = runPipeline(pipeline, [], { run, signal: ending.signal });
    await vi.waitFor(() => expect(line('waitSeconds')).toHaveLength(1));
    ending.abort();
    await running;
    // What the interpreter still does of it by itself.
    await new Promise(resolve => setImmediate(resolve));
    expect(runs).toHaveLength(1);
    expect(line('_aws')).toEqual([]);
  });

  test('a step that runs is waited for, and no other begins', async () => {
    const ending = new AbortController();
    const step = Promise.withResolvers<{ done: number }>();
    const begun: string[] = [];
    const run: PipelineOptions['run'] = ({ name }) => {
      begun.push(name);
      return step.promise;
    };
    let ended = false;
    const running = runPipeline(pipeline, [], { run, signal: ending.signal }).then(() => (ended = true));
    await vi.waitFor(() => expect(begun).toEqual(['wash-up']));
    ending.abort();
    await new Promise(resolve => setImmediate(resolve));
    expect(ended).toBe(false);
    step.resolve({ done: 1 });
    await running;
    await new Promise(resolve => setImmediate(resolve));
    expect(begun).toEqual(['wash-up']);
  });

  test('before it begins, nothing does', async () => {
    const { runs, run } = runsOf();
    await runPipeline(pipeline, [], { run, signal: AbortSignal.abort() });
    expect(runs).toEqual([]);
  });
});
