import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { alertEvents, alertStream } from '../../../functions/iot/events.ts';
import { readStream } from '../../../platform/events/event-store.ts';
import { at } from './alerting.ts';
import { OPERATOR, webhookWorld } from './webhook-world.ts';

const world = await webhookWorld();
const { call, clock, database, deliver, raise, readings } = world;

const list = async (query: string) => (await call('GET', `/v1/iot/alerts${query}`)).json;

test('operators list alerts, by what they are about and how they stand, in pages', async () => {
  clock.now = new Date(at(0));
  const first = await raise('list-a');
  clock.now = new Date(at(1));
  const second = await raise('list-a');
  clock.now = new Date(at(2));
  const third = await raise('list-b');
  clock.now = new Date(at(70));
  await deliver(readings(first, [[70, 20]]));

  const { alerts } = await list(`?deviceId=${first}`);
  expect(alerts).toEqual([
    {
      id: expect.any(String),
      deviceId: first,
      locationId: 'list-a',
      kind: 'above_maximum',
      readingType: 'temperature',
      limit: 28,
      fault: null,
      state: 'cleared',
      openedAt: '2026-05-03T01:00:00.000Z',
      value: 30,
      raisedAt: '2026-05-03T01:00:00.000Z',
      worstValue: 30,
      lastBreachAt: '2026-05-03T01:00:00.000Z',
      breaches: 1,
      clearedAt: '2026-05-03T01:01:10.000Z',
      clearedValue: 20,
      clearReason: 'recovered',
      acknowledgedAt: null,
    },
  ]);
  const devices = (answer: { alerts: { deviceId: string }[] }) => answer.alerts.map(({ deviceId }) => deviceId);
  expect(devices(await list('?state=open'))).toEqual([third, second]);
  expect(devices(await list('?state=cleared&locationId=list-a'))).toEqual([first]);
  expect(devices(await list('?locationId=list-a'))).toEqual([second, first]);
  expect(devices(await list('?kind=offline'))).toEqual([]);

  const page = await list('?limit=2');
  expect(devices(page)).toEqual([third, second]);
  const last = await list(`?limit=2&cursor=${page.nextCursor}`);
  expect(devices(last)).toEqual([first]);
  expect(last.nextCursor).toBeNull();
});

test('an alert is acknowledged once, by an operator who is in its event', async () => {
  clock.now = new Date(at(100));
  const deviceId = await raise();
  const [{ id }] = (await list(`?deviceId=${deviceId}&acknowledged=false`)).alerts;
  clock.now = new Date(at(110));
  const path = `/v1/iot/alerts/${id}/acknowledgement`;
  expect((await call('POST', path)).json).toMatchObject({ state: 'open', acknowledgedAt: '2026-05-03T01:01:50.000Z' });
  clock.now = new Date(at(120));
  expect(await call('POST', path)).toMatchObject({ status: 200, json: { acknowledgedAt: '2026-05-03T01:01:50.000Z' } });
  const events = await readStream(database.sql, alertStream(id), alertEvents);
  expect(events.map(({ type }) => type)).toEqual(['alert.raised', 'alert.acknowledged']);
  expect(events[1]!.metadata).toMatchObject({ actor: OPERATOR });
  expect((await list(`?deviceId=${deviceId}&acknowledged=false`)).alerts).toEqual([]);
});

test('an alert that there is not is not acknowledged', async () => {
  const { status, json } = await call('POST', `/v1/iot/alerts/${randomUUID()}/acknowledgement`);
  expect([status, json.code]).toEqual([404, 'alert_not_found']);
});
