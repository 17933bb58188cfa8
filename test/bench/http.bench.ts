import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { FIRST_DAY, isoDate, LAST_DAY } from '@heal7/saju-engine';
import { seededRandom } from '../unit/seeded-random.ts';
import { BIRTHS } from './births.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import type { LoadOrder, LoadResult } from './http-load.ts';
import { median } from './measure.ts';

export const httpBench: Bench = {
  'chart-endpoint': chartEndpoint,
  'full-chart-endpoint': fullChartEndpoint,
  'day-endpoint': dayEndpoint,
};

const REQUESTS = 5_000;
const WARM_UP_SECONDS = 3;
const ROUNDS = 9;
const ROUND_SECONDS = 1;
const DEADLINE_MS = 60_000;

const TASKSET = '/usr/bin/taskset';
const SERVER_CORE = 0;
const LOAD_CORE = 1;

const bodies = BIRTHS.slice(0, REQUESTS).map(({ date, time, sex }) => JSON.stringify({ birth: { date, time }, sex }));

/** Charts with what is certain of them, without the reading. */
async function chartEndpoint(): Promise<readonly Figure[]> {
  const requests = bodies.map(body => postChart(body, '?include=corrections,palaces,luckCycles,certainty'));
  const figures = await compare('chart-endpoint', requests);
  // Not before it is wanted: it loads all functions.
  const { showChartBreakdown } = await import('./http-breakdown.ts');
  await showChartBreakdown(bodies);
  return figures;
}

/** Charts with everything. */
function fullChartEndpoint(): Promise<readonly Figure[]> {
  return compare(
    'full-chart-endpoint',
    bodies.map(body => postChart(body, '')),
  );
}

/** Days that were asked for before, which the function remembers; and beside it days that it has to compute. */
async function dayEndpoint(): Promise<readonly Figure[]> {
  const dates = shuffledDays();
  const figures = [
    ...(await compare('day-endpoint', dates.slice(0, REQUESTS).map(getDay))),
    // In turns through the whole range: 73,442 days, of which the function remembers the last 20,000 at most.
    ...(await compare('day-endpoint:first-asked', dates.map(getDay))),
  ];
  const { showDayBreakdown } = await import('./http-breakdown.ts');
  await showDayBreakdown(dates);
  return figures;
}

/** Every day of the calendar, in an order that is the same in every run (Fisher and Yates). */
function shuffledDays(): readonly string[] {
  const random = seededRandom(73_442);
  const days = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, n) => isoDate(FIRST_DAY + n));
  for (let n = days.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [days[n], days[other]] = [days[other]!, days[n]!];
  }
  return days;
}

const COMMON_HEADERS = 'Host: localhost\r\nUser-Agent: bench/1.0\r\nAccept: */*\r\n';

function getDay(date: string): string {
  return `GET /v1/manse/days/${date} HTTP/1.1\r\n${COMMON_HEADERS}\r\n`;
}

function postChart(body: string, query: string): string {
  const type = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
  return `POST /v1/saju/charts${query} HTTP/1.1\r\n${COMMON_HEADERS}${type}\r\n${body}`;
}

interface Server {
  readonly process: ChildProcess;
  readonly port: number;
}

/**
 * Requests a second of the functions and of a bare server, each in a process on one core, loaded in turns. A second is
 * one of the server's CPU time: what else the machine does meanwhile, and a load that is too slow, do not count.
 */
async function compare(name: string, requests: readonly string[]): Promise<readonly Figure[]> {
  const pinned = existsSync(TASKSET) && availableParallelism() > 1;
  const children: ChildProcess[] = [];
  const start = (file: string, core: number, args: readonly string[]): ChildProcess => {
    const child = startChild(file, args, pinned ? core : undefined);
    children.push(child);
    return child;
  };
  try {
    const load = start('http-load.ts', LOAD_CORE, []);
    const [bare, ours] = [
      await serverFrom(start('http-server.ts', SERVER_CORE, ['bare'])),
      await serverFrom(start('http-server.ts', SERVER_CORE, ['ours'])),
    ];
    for (const server of [bare, ours]) await loadRound(load, server, requests, WARM_UP_SECONDS);
    const rounds: { readonly bare: Round; readonly ours: Round }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        bare: await loadRound(load, bare, requests, ROUND_SECONDS),
        ours: await loadRound(load, ours, requests, ROUND_SECONDS),
      });
    }
    const rows = (['bare', 'ours'] as const).map(server =>
      summary(
        server,
        rounds.map(round => round[server]),
      ),
    );
    showTable(`${name}, on one core${pinned ? '' : ' (not pinned: no taskset)'}`, rows);
    return [
      {
        name,
        value: rounded(rows[1]!['requests/s']),
        unit: 'requests/s',
        against: `bare node:http ${rounded(rows[0]!['requests/s'])}`,
        ratio: rounded(median(rounds.map(round => round.ours.perSecond / round.bare.perSecond))),
      },
    ];
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

function summary(server: string, rounds: readonly Round[]) {
  const perSecond = median(rounds.map(round => round.perSecond));
  return {
    server,
    'requests/s': perSecond,
    'µs each': 1e6 / perSecond,
    'core busy': `${Math.round(100 * median(rounds.map(round => round.busy)))} %`,
    'last body, bytes': rounds.at(-1)!.bodyBytes,
  };
}

async function serverFrom(child: ChildProcess): Promise<Server> {
  const { port } = await answerOf<{ port: number }>(child);
  return { process: child, port };
}

interface Round {
  /** Responses a second of the server's CPU time. */
  readonly perSecond: number;
  /** Share of its core that the server had. */
  readonly busy: number;
  readonly bodyBytes: number;
}

async function loadRound(
  load: ChildProcess,
  server: Server,
  requests: readonly string[],
  seconds: number,
): Promise<Round> {
  const before = await cpuOf(server);
  load.send({ port: server.port, requests, seconds } satisfies LoadOrder);
  const { responses, milliseconds, bodyBytes } = await answerOf<LoadResult>(load);
  const microseconds = (await cpuOf(server)) - before;
  return { perSecond: (responses / microseconds) * 1e6, busy: microseconds / 1000 / milliseconds, bodyBytes };
}

/** CPU time that the server has taken, in microseconds. */
async function cpuOf({ process: child }: Server): Promise<number> {
  child.send('cpu');
  const { cpu } = await answerOf<{ cpu: NodeJS.CpuUsage }>(child);
  return cpu.user + cpu.system;
}

/** Killed after a minute, whatever happens. */
function startChild(file: string, args: readonly string[], core: number | undefined): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const options = { timeout: DEADLINE_MS, killSignal: 'SIGKILL' } as const;
  if (core === undefined) return fork(path, args, options);
  return fork(path, args, { ...options, execPath: TASKSET, execArgv: ['-c', String(core), process.execPath] });
}

async function answerOf<Message>(child: ChildProcess): Promise<Message> {
  const gone = new AbortController();
  const exit = (code: number | null, signal: string | null) => {
    gone.abort(new Error(`a process of the bench ended (${signal ?? code})`));
  };
  child.once('exit', exit);
  try {
    const [message] = await once(child, 'message', { signal: gone.signal });
    return message;
  } catch (error) {
    throw gone.signal.aborted ? gone.signal.reason : error;
  } finally {
    child.off('exit', exit);
  }
}
