import { describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { startRunner } from './local-runner.ts';

const jobs = domains.flatMap(({ jobs: own = [], pipelines = [] }) => [...own, ...pipelines].map(({ name }) => name));

/** `npm run job NAME`, without npm. */
async function runJob(...args: readonly string[]) {
  const { ended, output, errors } = startRunner({}, [process.execPath, 'local/jobs/job.ts', ...args]);
  const code = await ended;
  return { code, output: output(), errors: errors() };
}

test.each([
  ['without a name', []],
  ['with a wrong name', ['nosuch']],
])('%s it lists the jobs and pipelines there are, and fails', async (_, names) => {
  const { code, errors } = await runJob(...names);
  expect(code).toBe(1);
  for (const job of jobs) expect(errors).toContain(`  ${job} `);
  expect(errors.includes('There is no job "nosuch"')).toBe(names.length > 0);
});

describe('a job by hand', () => {
  test('makes the database it needs where nothing runs, and leaves no server behind', async () => {
    expect(await runJob('partitions')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/partitions {2}made \d+\n$/),
    });
    // The folder is free for the next.
    expect(await runJob('partitions')).toMatchObject({ code: 0, output: expect.stringMatching(/made 0\n$/) });
  }, 45_000);

  test('uses the database of the platform that runs, which goes on', async () => {
    const platform = startRunner({ PORT: '0' });
    // The jobs that it runs at its start are done by then.
    await platform.until('retention  dropped');
    const { code, output } = await runJob('daily-statistics');
    expect(output).toContain('daily-statistics  days 0');
    expect(code).toBe(0);
    platform.child.kill('SIGINT');
    expect(await platform.ended).toBe(0);
  }, 45_000);
});

describe('a pipeline by hand', () => {
  test('tells each of its steps, and ends well', async () => {
    const { code, output } = await runJob('daily-data-processing', '2026-11-01');
    const steps = ['analyze-saju-accuracy', 'analyze-content-quality', 'aggregate-sensor-data'];
    for (const [at, step] of steps.entries()) {
      expect(output).toMatch(new RegExp(`daily-data-processing {2}step ${at + 1} of 3: ${step}\\n.* {2}${step} {2}`));
    }
    expect(output).toMatch(/daily-data-processing {2}done\n$/);
    expect(code).toBe(0);
  }, 45_000);

  test('fails at a day that is none, at once, and says what one is', async () => {
    const { code, output, errors } = await runJob('daily-data-processing', 'yesterday');
    expect(output).toContain('daily-data-processing  failed at analyze-saju-accuracy');
    expect(errors).toContain('such as 2026-11-24');
    expect(code).toBe(1);
  }, 45_000);
});
