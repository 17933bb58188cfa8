import { quantile } from './lag-probe.ts';
import { type Progress, refusedIn, type SimulationResult } from './simulation.ts';

/** `  12 s   sent 120,000   acknowledged 119,950   stored 116,400   lag 310 ms`: half of those found in the second. */
export function progressLine({ seconds, sent, acknowledged, stored, lags }: Progress): string {
  return [
    `${seconds} s`.padStart(6),
    `sent ${count(sent)}`,
    `acknowledged ${count(acknowledged)}`,
    `stored ${count(stored)}`,
    `lag ${milliseconds(quantile(lags, 0.5))}`,
  ].join('   ');
}

/** Readings that are neither stored nor refused. */
export function missing({ sent, stored, refused }: SimulationResult): number {
  return sent - stored - refusedIn(refused);
}

/** What came of it, for whoever watched. */
export function resultTable(result: SimulationResult): string {
  const { asked, sent, messages, acknowledged, stored, counted, refused, connectionsLost, sendingMs, lags } = result;
  const reasons = Object.entries(refused).map(([reason, many]) => `${reason} ${count(many)}`);
  const rows: readonly (readonly string[])[] = [
    ['sent', count(sent), `readings in ${count(messages)} messages, ${count((sent / sendingMs) * 1_000)} a second`],
    ...(sent < asked * 0.99 ? [['', '', `${count(asked)} were asked for: acknowledgements held devices up`]] : []),
    ['acknowledged', count(acknowledged), 'by the broker, which has them from the stream'],
    ['stored', count(stored), `rows; counted by their minutes: ${count(counted)}`],
    ['refused', count(refusedIn(refused)), reasons.join(', ')],
    ['missing', count(missing(result)), ''],
    ...(connectionsLost > 0 ? [['lost', count(connectionsLost), 'connections, made again']] : []),
    [
      'lag',
      `p50 ${milliseconds(quantile(lags, 0.5))}`,
      `p95 ${milliseconds(quantile(lags, 0.95))}, p99 ${milliseconds(quantile(lags, 0.99))}: from the sending of a message to its row's being seen, of ${count(lags.length)} messages, looked for each 25 ms`,
    ],
  ];
  const width = Math.max(...rows.map(([, value]) => value!.length));
  return rows
    .map(([name, value, remark]) => `  ${name!.padEnd(12)}  ${value!.padStart(width)}  ${remark}`.trimEnd())
    .join('\n');
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? '-' : `${count(value)} ms`;
}
