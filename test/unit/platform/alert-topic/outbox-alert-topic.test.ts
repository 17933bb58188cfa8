import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outboxAlertTopic } from '../../../../platform/alert-topic/outbox-alert-topic.ts';
import { outboxMessenger } from '../../../../platform/messenger/outbox-messenger.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'heal7-outbox-'));
});
afterEach(() => rm(directory, { recursive: true }));

test('a notice is a file that only its owner reads: one, however often it is published', async () => {
  const folder = join(directory, 'outbox');
  const topic = outboxAlertTopic(folder);
  const notice = {
    at: '2026-11-25T02:10:00.123Z',
    id: '5f0c9d0e-8a52-4a61-b1d7-1f0d5d6b7a10',
    attributes: { type: 'alert.raised', kind: 'offline', location: 'seoul-1f-tea' },
    subject: 'subject',
    text: '알림',
    shortText: '알림',
    body: '{"type":"alert.raised"}',
  };
  await topic.publish(notice);
  await topic.publish(notice);
  const names = await readdir(folder);
  expect(names).toEqual([`2026-11-25T02-10-00.123Z-${notice.id}.json`]);
  const { body, ...words } = notice;
  expect(JSON.parse(await readFile(join(folder, names[0]!), 'utf8'))).toEqual({
    channel: 'alerts',
    ...words,
    body: JSON.parse(body),
  });
  expect((await stat(join(folder, names[0]!))).mode & 0o777).toBe(0o600);
});

test('notices and messages in one folder sort by time, so that the last is the newest', async () => {
  const topic = outboxAlertTopic(directory);
  const words = { subject: 'subject', text: '알림', shortText: '알림', body: '{}' };
  const attributes = { type: 'alert.raised', kind: 'offline', location: 'seoul-1f-tea' };
  await topic.publish({ id: 'f', at: '2026-11-25T02:10:00.123Z', attributes, ...words });
  const messenger = outboxMessenger(directory, () => new Date('2026-11-25T02:10:01.000Z'));
  await messenger.send({
    to: 'miso@example.com',
    channel: 'email',
    template: 'sign-up-code',
    language: 'ko',
    values: { code: '042917', minutes: '10' },
  });
  await topic.publish({ id: 'a', at: '2026-11-25T02:10:02.000Z', attributes, ...words });
  const contents = (await readdir(directory)).sort().map(name => readFile(join(directory, name), 'utf8'));
  expect((await Promise.all(contents)).map(text => JSON.parse(text).at)).toEqual([
    '2026-11-25T02:10:00.123Z',
    '2026-11-25T02:10:01.000Z',
    '2026-11-25T02:10:02.000Z',
  ]);
});
