import type { Pipeline } from '../../../../platform/pipelines/steps.ts';

const step = (name: string, timeoutSeconds: number) => ({
  name,
  purpose: name,
  entry: `functions/any/${name}.job.ts`,
  trigger: 'pipeline' as const,
  memoryMb: 128,
  timeoutSeconds,
  alarms: [],
});

/** Two steps, of 100 and 200 seconds at most. */
export const pipeline: Pipeline = {
  domain: 'any',
  name: 'nightly',
  purpose: 'Everything is as it should be in the morning',
  schedule: { cron: '0 2 * * *', timeZone: 'Asia/Seoul' },
  steps: ['wash-up', 'dry'],
  jobs: [step('wash-up', 100), step('dry', 200)],
  retries: { attempts: 2, intervalSeconds: 300 },
  alarms: [],
};
