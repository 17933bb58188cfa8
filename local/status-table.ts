import type { StreamDeclaration } from '../platform/manifest/domain.ts';
import type { RunningEngine } from './engines/engines.ts';
import { firstRequests } from './first-requests.ts';
import type { LocalFunction } from './functions.ts';
import type { ScheduledJob } from './jobs/start-jobs.ts';

/** `2026-11-25 01:10`. */
const seoulTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'short' });

/** What runs, where, and what to try: shown once, when everything answers. */
export function statusTable(
  origin: string,
  functions: readonly LocalFunction[],
  engines: readonly RunningEngine[],
  consumers: readonly StreamDeclaration[],
  jobs: readonly ScheduledJob[],
  readyInMs: number,
): string {
  const domains = [
    ['domain', 'routes', 'loaded', 'what it does'],
    ...functions.map(({ domain, http, loadedInMs }) => [
      domain.name,
      String(http.operations.length),
      `${loadedInMs.toFixed(0)} ms`,
      domain.purpose,
    ]),
  ];
  const running = [
    ['engine', 'address', 'started', ''],
    ...engines.map(({ name, address, startedInMs, remark }) => [name, address, `${startedInMs.toFixed(0)} ms`, remark]),
  ];
  const consuming = [
    ['consumer', 'of', 'what is so after an event'],
    ...consumers.map(({ name, sources, purpose }) => [name, sources.join(', '), purpose]),
  ];
  const scheduled = [
    ['job', 'next in Seoul', 'what is so after it'],
    ...jobs.map(({ job, at }) => [job.name, seoulTime.format(at), job.purpose]),
  ];
  return [
    `HEAL7 is running at ${origin}, ready in ${readyInMs.toFixed(0)} ms.`,
    '',
    ...aligned(domains),
    '',
    ...aligned(running),
    '',
    ...aligned(consuming),
    '',
    ...aligned(scheduled),
    '',
    'Try next:',
    ...firstRequests(origin, functions).map(line => `  ${line}`),
    `  ${origin}/docs    in a browser: every operation, and a form to try it`,
    '',
    'Stop with Ctrl-C.',
  ].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  return rows.map(row => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd());
}
