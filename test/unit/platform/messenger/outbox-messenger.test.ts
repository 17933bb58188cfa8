import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outboxMessenger } from '../../../../platform/messenger/outbox-messenger.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'heal7-outbox-'));
});
afterEach(() => rm(directory, { recursive: true }));

test('a message is a file that only its owner reads, and files sort by time', async () => {
  let now = new Date('2026-06-01T03:00:00.005Z');
  const folder = join(directory, 'outbox');
  const messenger = outboxMessenger(folder, () => now);
  const values = { code: '042917', minutes: '10' };
  await messenger.send({ to: 'a@example.com', channel: 'email', template: 'log-in-code', language: 'ko', values });
  now = new Date('2026-06-01T03:00:00.010Z');
  await messenger.send({ to: '+821012345678', channel: 'sms', template: 'no-account', language: 'en', values: {} });

  const names = (await readdir(folder)).sort();
  const [first, second] = await Promise.all(
    names.map(async name => JSON.parse(await readFile(join(folder, name), 'utf8'))),
  );
  expect(first).toEqual({
    at: '2026-06-01T03:00:00.005Z',
    channel: 'email',
    to: 'a@example.com',
    template: 'log-in-code',
    language: 'ko',
    subject: 'HEAL7 로그인 인증번호',
    text: expect.stringContaining('042917'),
    values,
  });
  expect(second).toMatchObject({ channel: 'sms', template: 'no-account', text: expect.stringContaining('no account') });
  expect((await stat(join(folder, names[0]!))).mode & 0o077).toBe(0);
});
