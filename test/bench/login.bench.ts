import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEngines } from '../../local/engines/engines.ts';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { passwords } from '../../platform/passwords/password.ts';
import { BIRTHS } from './births.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';

export const loginBench: Bench = { login: logins };

/** Log-ins at once: one or two hash (`platform/passwords`), the others wait. */
const LOG_INS = 8;
/** Charts are asked for one after another with a rest, as by one app: what is measured is how long each takes. */
const CHART_REST_MS = 5;
const ROUNDS = 5;
const ROUND_MS = 3_000;
const WARM_UP_MS = 2_000;
const DEADLINE_MS = 120_000;

const EMAIL = 'bench@example.com';
const PASSWORD = 'correct horse battery staple';

/**
 * Log-ins a second in one process that serves all domains, and what they do meanwhile to the chart endpoint of the same
 * process: its p95 as a ratio to its p95 alone. Deployed, the two are different functions.
 */
async function logins(): Promise<readonly Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'heal7-bench-'));
  const engines = await startEngines({ directory });
  let server: ChildProcess | undefined;
  const agent = new Agent({ keepAlive: true });
  try {
    await createAccount();
    server = fork(fileURLToPath(new URL('http-server.ts', import.meta.url)), ['ours'], {
      timeout: DEADLINE_MS,
      killSignal: 'SIGKILL',
    });
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const send = (path: string, body: string) => post(agent, port, path, body);
    const deviceToken = await firstLogIn(send);
    const logIn = () => send('/v1/sessions', logInBody(deviceToken));
    const charts = chartRequests(send);

    await Promise.all([loop(charts, WARM_UP_MS, CHART_REST_MS), inParallel(logIn, WARM_UP_MS)]);
    const rounds = [];
    for (let n = 0; n < ROUNDS; n++) {
      const alone = await loop(charts, ROUND_MS, CHART_REST_MS);
      const [meanwhile, loggedIn] = await Promise.all([
        loop(charts, ROUND_MS, CHART_REST_MS),
        inParallel(logIn, ROUND_MS),
      ]);
      rounds.push({ alone: p95(alone), meanwhile: p95(meanwhile), perSecond: (loggedIn.length / ROUND_MS) * 1000 });
    }
    return figures(rounds);
  } finally {
    server?.kill('SIGKILL');
    agent.destroy();
    await databaseFromEnvironment().close();
    await engines.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

type Round = { readonly alone: number; readonly meanwhile: number; readonly perSecond: number };

function figures(rounds: readonly Round[]): readonly Figure[] {
  const perSecond = median(rounds.map(round => round.perSecond));
  const alone = median(rounds.map(round => round.alone));
  const meanwhile = median(rounds.map(round => round.meanwhile));
  const ratio = median(rounds.map(round => round.meanwhile / round.alone));
  showTable(`${LOG_INS} log-ins at once, argon2id; charts beside them`, [
    { charts: 'alone', 'p95, ms': alone, 'log-ins/s': 0 },
    { charts: 'meanwhile', 'p95, ms': meanwhile, 'log-ins/s': perSecond },
  ]);
  return [
    { name: 'login', value: rounded(perSecond), unit: 'log-ins/s' },
    {
      name: 'login:chart-p95',
      value: rounded(ratio),
      unit: 'times its p95 alone',
      against: `alone ${rounded(alone)} ms, meanwhile ${rounded(meanwhile)} ms`,
    },
  ];
}

/** As signing up would leave it. */
async function createAccount(): Promise<void> {
  const { cipher, keys, blindIndex } = encryptionFromEnvironment();
  const { sql } = databaseFromEnvironment();
  const id = randomUUID();
  await keys.create(id);
  const email = await cipher.seal({ userId: id, table: 'users', column: 'email', rowId: id }, EMAIL);
  const account = {
    id,
    email,
    email_hash: await blindIndex.of('email', EMAIL),
    password_hash: await passwords.hash(PASSWORD),
    nickname: 'bench',
    privacy_consent: sql.json({}),
  };
  await sql`insert into users ${sql(account)}`;
}

function logInBody(deviceToken?: string): string {
  return JSON.stringify({ contact: { email: EMAIL }, password: PASSWORD, ...(deviceToken && { deviceToken }) });
}

type Send = (path: string, body: string) => Promise<string>;

/** Gives the device's token: with it many log-ins of one account are no guessing. */
async function firstLogIn(send: Send): Promise<string> {
  const { deviceToken } = JSON.parse(await send('/v1/sessions', logInBody())) as { deviceToken: string };
  return deviceToken;
}

function chartRequests(send: Send): () => Promise<unknown> {
  const bodies = BIRTHS.slice(0, 1_000).map(({ date, time, sex }) => JSON.stringify({ birth: { date, time }, sex }));
  let next = 0;
  return () => send('/v1/saju/charts', bodies[next++ % bodies.length]!);
}

async function inParallel(ask: () => Promise<unknown>, milliseconds: number): Promise<readonly number[]> {
  const loops = await Promise.all(Array.from({ length: LOG_INS }, () => loop(ask, milliseconds)));
  return loops.flat();
}

/** Asks again and again; gives how long each answer took, in milliseconds. */
async function loop(ask: () => Promise<unknown>, milliseconds: number, restMs = 0): Promise<readonly number[]> {
  const times: number[] = [];
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    const before = performance.now();
    await ask();
    times.push(performance.now() - before);
    if (restMs > 0) await delay(restMs);
  }
  return times;
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
}

/** The body of the answer. */
function post(agent: Agent, port: number, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200 || response.statusCode === 201) resolve(text);
        else reject(new Error(`${path}: ${response.statusCode} ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
