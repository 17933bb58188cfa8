import { afterEach, expect, test, vi } from 'vitest';
import { logBrokerEvent } from '../../../local/mqtt/broker-log.ts';
import { executionLine, stepLine } from '../../../local/pipelines/pipeline-log.ts';
import { prettyLog } from '../../../local/pretty-log.ts';
import { logPollerEvent } from '../../../local/streams/poller-log.ts';
import { UnusableArguments } from '../../../platform/jobs/unusable-arguments.ts';
import { jobLine } from '../../../platform/observability/job-log.ts';
import { logTo, writeLog } from '../../../platform/observability/log-sink.ts';
import { loggableError } from '../../../platform/observability/loggable-error.ts';
import { rebuildLine } from '../../../platform/observability/rebuild-log.ts';
import { signInLine } from '../../../platform/observability/sign-in-log.ts';
import { testEncryption } from '../platform/encryption/test-encryption.ts';

const shown = vi.spyOn(console, 'log').mockImplementation(() => {});
afterEach(() => shown.mockClear());

test('an erasure is shown as one line, and carried out', async () => {
  const { keys } = testEncryption();
  await keys.create('minji');
  const sink = logTo(prettyLog);
  try {
    await keys.destroy('minji');
  } finally {
    logTo(sink);
  }
  expect(shown.mock.calls.map(([line]) => line)).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d {2}account-erased {2}minji$/),
  ]);
  expect(await keys.isErased('minji')).toBe(true);
});

test('a pipeline shows each attempt at a step, how long it waits for the next, and how it ended', () => {
  const at = { pipeline: 'nightly', execution: 'e-1' };
  const step = { step: 'dry', position: 2, steps: 3, attempt: 1 };
  const end = { at: 0, durationMs: 12.3456 };
  for (const line of [
    stepLine(at, step),
    stepLine(at, { ...step, attempt: 2, waitSeconds: 300 }),
    executionLine(at, end),
    executionLine(at, { ...end, failedStep: 'dry' }),
  ]) {
    prettyLog(line);
  }
  expect(shown.mock.calls.map(([line]) => line.slice('00:00:00  '.length))).toEqual([
    'pipeline          …  nightly  step 2 of 3: dry',
    'pipeline          …  nightly  step 2 of 3: dry, attempt 2 in 300 s',
    'pipeline    12.3 ms  nightly  done',
    'pipeline    12.3 ms  nightly  failed at dry',
  ]);
});

test('records that a poller gives up are shown with the file that names them, and what a function threw without its message', () => {
  const sink = logTo(prettyLog);
  try {
    logPollerEvent({ event: 'batch-threw', consumer: 'audit-log', error: new TypeError('private') });
    const file = '.local/failed-batches/1.json';
    const condition = 'RetryAttemptsExhausted';
    logPollerEvent({ event: 'batch-given-up', consumer: 'audit-log', records: 3, condition, file });
    logPollerEvent({ event: 'stream-back', stream: 'user-events' });
  } finally {
    logTo(sink);
  }
  const lines = shown.mock.calls.map(([line]) => String(line));
  expect(
    lines.map(line =>
      line
        .replace(/^\d\d:\d\d:\d\d {2}/, '')
        .split('\n', 1)[0]!
        .trim(),
    ),
  ).toEqual([
    'events  audit-log  batch-threw',
    'TypeError',
    'events  audit-log  batch-given-up  3 records, see .local/failed-batches/1.json',
    'events  user-events  stream-back',
  ]);
  expect(lines.join('\n')).not.toContain('private');
});

test('what the broker refuses is shown by reason, and of sign-ins only those that were not let in', () => {
  const sink = logTo(prettyLog);
  const signIn = { function: 'authorize-device', requestId: 'r', at: 0, durationMs: 1 };
  try {
    logBrokerEvent({ event: 'refused', counts: { publish_not_allowed: 3, payload_too_large: 1 } });
    const away = Object.assign(new Error('private'), { code: 'ECONNREFUSED', stack: '' });
    logBrokerEvent({ event: 'waits-for-stream', stream: 'sensor-data', error: loggableError(away) });
    writeLog(signInLine({ ...signIn, clientId: 'd' }));
    writeLog(signInLine({ ...signIn, refused: 'wrong_secret' }));
    writeLog(signInLine({ ...signIn, error: loggableError(new TypeError('private')) }));
  } finally {
    logTo(sink);
  }
  const lines = shown.mock.calls.map(([line]) => String(line));
  expect(lines.slice(0, 5).map(line => line.replace(/^\d\d:\d\d:\d\d {2}/, ''))).toEqual([
    'mqtt  refused  publish_not_allowed 3, payload_too_large 1',
    'mqtt  waits-for-stream  sensor-data',
    '          Error ECONNREFUSED',
    'mqtt  sign-in  wrong_secret',
    'mqtt  sign-in  failed',
  ]);
  expect(lines.join('\n')).not.toContain('private');
});

test('a projection that was built again is shown with what it was, and what it is', () => {
  const rebuilt = { events: 3, unapplied: 0, changedRows: 1, settledDeadLetters: 0, verdict: 'different' } as const;
  const checksums = { live: 'a1', rebuilt: 'b2' };
  prettyLog(rebuildLine({ function: 'f', at: 0, projection: 'user-activity', checksums, ...rebuilt }));
  expect(shown.mock.calls.map(([line]) => line.slice('00:00:00  '.length))).toEqual([
    'user-activity  was a1, is b2: different',
  ]);
});

test('a job that was told what it does not take is shown as refused, and one that failed with where', () => {
  const record = { function: 'f', job: 'retention', requestId: 'r', counts: {} };
  prettyLog(jobLine(record, { at: 0, durationMs: 1, error: loggableError(new UnusableArguments('too many')) }));
  prettyLog(jobLine(record, { at: 0, durationMs: 1, error: { name: 'TypeError', frames: ['at here'] } }));
  expect(shown.mock.calls.map(([line]) => line.replace(/^\d\d:\d\d:\d\d {2}/, ''))).toEqual([
    'job     1.0 ms  retention  refused',
    'job     1.0 ms  retention  failed',
    expect.stringMatching(/TypeError[\s\S]*at here/),
  ]);
});
