import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { CONSENT_VERSIONS } from '../../functions/users/consents/consent.ts';
import { freePort } from '../../local/engines/free-port.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import { type Runner, startRunner } from './local-runner.ts';

const HEAL7_DATA = mkdtempSync(join(tmpdir(), 'heal7-events-'));
afterAll(() => rmSync(HEAL7_DATA, { recursive: true, force: true }));

const patience = { timeout: 10_000, interval: 50 };

async function startPlatform(): Promise<Runner & { readonly origin: string }> {
  const port = await freePort();
  const runner = startRunner({ PORT: String(port), HEAL7_DATA });
  await runner.until('Stop with Ctrl-C');
  return { ...runner, origin: `http://127.0.0.1:${port}` };
}

/** `npm run job NAME`, without npm. */
async function runJob(name: string): Promise<void> {
  const { ended, errors } = startRunner({ HEAL7_DATA }, [process.execPath, 'local/jobs/job.ts', name]);
  expect(await ended, errors()).toBe(0);
}

async function post(origin: string, path: string, body: object): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.ok, text).toBe(true);
  return JSON.parse(text);
}

/** Signs somebody up; gives the user's id. */
async function signUp(origin: string, email: string): Promise<string> {
  const contact = { email };
  const { verification } = await post(origin, '/v1/accounts/verifications', { purpose: 'sign-up', contact });
  const outbox = join(HEAL7_DATA, 'outbox');
  const messages = readdirSync(outbox).map(file => JSON.parse(readFileSync(join(outbox, file), 'utf8')));
  const { code } = messages.find(({ to }) => to === email).values;
  const { accessToken } = await post(origin, '/v1/accounts', {
    contact,
    verification: { verification, code },
    password: 'a long enough one 7',
    nickname: '미소',
    birthYear: 1990,
    consents: Object.fromEntries(
      Object.entries(CONSENT_VERSIONS).map(([kind, version]) => [kind, { version, given: kind === 'privacy' }]),
    ),
  });
  return JSON.parse(Buffer.from(accessToken!.split('.')[1]!, 'base64url').toString()).sub;
}

/** Types of the entries that the audit log has of a user, in their order. */
async function auditEntries(userId: string): Promise<readonly string[]> {
  const { environment } = JSON.parse(readFileSync(join(HEAL7_DATA, 'environment.json'), 'utf8'));
  const database = openDatabase({ url: environment.DATABASE_OWNER_URL, connections: 1, applicationName: 'test' });
  try {
    const rows = await database.sql<{ type: string }[]>`
      select event_type as type from audit_log where subject_id = ${userId} order by version`;
    return rows.map(({ type }) => type);
  } finally {
    await database.close();
  }
}

const signedUp = ['user.signed_up', 'user.session_opened'];

test('what a request brings about takes effect at the consumers of its events, also after a kill', async () => {
  // Makes the database, so that the platform has all of its time for what is tested.
  await runJob('partitions');
  const platform = await startPlatform();
  for (const name of ['audit-log', 'user-activity', 'warehouse-feed', 'interests']) {
    expect(platform.output()).toMatch(new RegExp(`^ {2}${name} +user-events`, 'm'));
  }
  const first = await signUp(platform.origin, 'first@example.com');
  // What the request could not publish, since a transaction was open that had begun before it, the job does each minute.
  await runJob('relay-events');
  await vi.waitFor(async () => expect(await auditEntries(first)).toEqual(signedUp), patience);
  await platform.until('events  audit-log ');

  // At once after the answer: its events are committed, and published or not, consumed or not.
  const second = await signUp(platform.origin, 'second@example.com');
  platform.child.kill('SIGKILL');
  await platform.ended;

  const again = await startPlatform();
  await runJob('relay-events');
  await vi.waitFor(async () => expect(await auditEntries(second)).toEqual(signedUp), patience);
  expect(await auditEntries(first)).toEqual(signedUp);
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
  expect(again.errors()).toBe('');
}, 90_000);
