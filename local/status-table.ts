import { firstRequests } from './first-requests.ts';
import type { LocalFunction } from './functions.ts';

/** What runs, where, and what to try: shown once, when everything answers. */
export function statusTable(origin: string, functions: readonly LocalFunction[], readyInMs: number): string {
  const rows = [
    ['domain', 'routes', 'loaded', 'what it does'],
    ...functions.map(({ domain, http, loadedInMs }) => [
      domain.name,
      String(http.operations.length),
      `${loadedInMs.toFixed(0)} ms`,
      domain.purpose,
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const table = rows.map(
    row =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()}`,
  );
  return [
    `HEAL7 is running at ${origin}, ready in ${readyInMs.toFixed(0)} ms.`,
    '',
    ...table,
    '',
    'Try next:',
    ...firstRequests(origin, functions).map(line => `  ${line}`),
    `  ${origin}/docs    in a browser: every operation, and a form to try it`,
    '',
    'Stop with Ctrl-C.',
  ].join('\n');
}
