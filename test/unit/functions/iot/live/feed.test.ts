import { expect, test } from 'vitest';
import type { Audience } from '../../../../../functions/iot/live/audience.ts';
import { createLiveFeed } from '../../../../../functions/iot/live/feed.ts';
import { liveMessage } from '../../../../../functions/iot/live/messages.ts';
import { readingTypes } from '../../../../../functions/iot/readings/reading-types.ts';
import { publishedFrom } from '../../../../../platform/events/published-event.ts';
import type { DeviceRecord } from '../../../../../platform/mqtt/device-record.ts';
import type { StreamBatch } from '../../../../../platform/streams/stream-function.ts';
import { ManualClock } from './manual-clock.ts';

const START = 1_795_600_000_000;
const TEA = '00000000-0000-4000-8000-000000000001';
const HALL = '00000000-0000-4000-8000-000000000002';

interface Value {
  readonly device?: string;
  readonly type?: keyof typeof readingTypes;
  readonly value: number;
  /** Seconds after the start. */
  readonly at: number;
}

/** A record as the broker writes it. */
function record(payload: unknown, deviceId = TEA) {
  const content = Buffer.from(JSON.stringify(payload)).toString('base64');
  const written: DeviceRecord = { kind: 'readings', deviceId, receivedAt: START, payload: content };
  return { bytes: Buffer.from(JSON.stringify(written)), sequenceNumber: '1', partitionKey: deviceId };
}

function readings(...values: readonly Value[]) {
  return values.map(({ device = TEA, type = 'temperature', value, at }) =>
    record({ type, value, unit: readingTypes[type].unit, recordedAt: START + at * 1000 }, device),
  );
}

const batch = (records: StreamBatch['records']): StreamBatch => ({ stream: 'sensor-data', shard: 's', records });

/** A record as the relay writes it. */
function event(type: string, data: object) {
  const row = { streamId: 'alert-1', version: 1, type, schemaVersion: 1, globalPosition: '1', metadata: {} };
  const published = publishedFrom({ ...row, occurredAt: new Date(START), data });
  return { bytes: Buffer.from(JSON.stringify(published)), sequenceNumber: '1', partitionKey: row.streamId };
}

function started(audience: Audience) {
  const clock = new ManualClock();
  const sent: { readonly to: readonly string[]; readonly at: number; readonly messages: readonly string[] }[] = [];
  const world = { audience };
  const feed = createLiveFeed({
    audience: async () => world.audience,
    broadcast: async (to, messages) => void sent.push({ to, at: clock.now(), messages }),
    now: () => new Date(START),
    elapsed: clock.now,
    sleep: clock.sleep,
  });
  const shown = () =>
    sent.map(({ to, at, messages }) => ({
      to,
      at,
      values: messages
        .map(message => liveMessage.parse(JSON.parse(message)))
        .flatMap(message => (message.type === 'readings' ? message.readings.map(({ value }) => value) : [])),
    }));
  /** Hands a batch over; gives what becomes of it, some time later. */
  const deliver = async (of: StreamBatch) => {
    const outcome = feed(of);
    await clock.pass(0);
    return { outcome };
  };
  return { clock, world, deliver, shown, sent };
}

const nobody: Audience = { listeners: new Map(), locationOf: new Map() };
const teaRoom: Audience = {
  listeners: new Map([['tea', ['c-1', 'c-2']]]),
  locationOf: new Map([
    [TEA, 'tea'],
    [HALL, 'hall'],
  ]),
};

/** One that fails as soon as anything of it is looked at. */
const untouchable = new Proxy({} as StreamBatch['records'][number], {
  get(_, property) {
    throw new Error(`${String(property)} was read`);
  },
});

test('where nobody listens, no record of a batch is looked at', async () => {
  const { deliver, sent } = started(nobody);
  expect(await (await deliver(batch([untouchable]))).outcome).toEqual({ counts: { heard: 0 }, deadLetters: 0 });
  expect(sent).toEqual([]);
});

test('of the devices that nobody listens to, no record is read but for its key', async () => {
  const { deliver, sent } = started(teaRoom);
  const keyOnly = (partitionKey: string) =>
    Object.defineProperty({ sequenceNumber: '1', partitionKey } as StreamBatch['records'][number], 'bytes', {
      get() {
        throw new Error('its bytes were read');
      },
    });
  const { outcome } = await deliver(batch([keyOnly(HALL), keyOnly('of nobody')]));
  expect(await outcome).toEqual({ counts: { heard: 0 }, deadLetters: 0 });
  expect(sent).toEqual([]);
});

test('a batch is one message for all who listen: of each device and type the newest value', async () => {
  const { deliver, shown } = started(teaRoom);
  await deliver(
    batch(
      readings(
        { value: 20, at: 1 },
        { value: 22, at: 3 },
        { value: 21, at: 2 },
        { type: 'humidity', value: 40, at: 1 },
        { device: HALL, value: 5, at: 9 },
      ),
    ),
  );
  expect(shown()).toEqual([{ to: ['c-1', 'c-2'], at: 0, values: [22, 40] }]);
});

test('values come at once, and then once a second the newest, from however many shards', async () => {
  const { clock, deliver, shown } = started(teaRoom);
  await deliver(batch(readings({ value: 1, at: 1 })));
  await clock.pass(500);
  for (const at of [2, 3, 4]) await deliver(batch(readings({ value: at, at })));
  await clock.pass(500);
  expect(shown().map(({ at, values }) => [at, values])).toEqual([
    [0, [1]],
    [1_000, [4]],
  ]);
});

test('a shard that had news hands over its next batch shortly before the next message', async () => {
  const { clock, deliver } = started(teaRoom);
  const { outcome } = await deliver(batch(readings({ value: 1, at: 1 })));
  const done: number[] = [];
  void outcome.then(() => done.push(clock.now()));
  await clock.pass(749);
  expect(done).toEqual([]);
  await clock.pass(1);
  expect(done).toEqual([750]);
});

test('what is late or comes again is no news, and holds its shard up for no moment', async () => {
  const { deliver, sent } = started(teaRoom);
  await deliver(batch(readings({ value: 2, at: 5 })));
  const again = await deliver(batch(readings({ value: 2, at: 5 }, { value: 1, at: 4 })));
  // No time has gone by.
  expect(await again.outcome).toMatchObject({ deadLetters: 0 });
  expect(sent).toHaveLength(1);
});

test('what cannot be read or believed is passed over, and the rest of its batch is sent', async () => {
  const { clock, deliver, shown } = started(teaRoom);
  const bad = { bytes: Buffer.from('{'), sequenceNumber: '1', partitionKey: TEA };
  const foreign = {
    ...record({ type: 'temperature', value: 9, unit: 'Cel', recordedAt: START }, HALL),
    partitionKey: TEA,
  };
  const hot = record({ type: 'temperature', value: 9_000, unit: 'Cel', recordedAt: START });
  const ahead = readings({ value: 9, at: 86_400 });
  const { outcome } = await deliver(batch([bad, foreign, hot, ...ahead, ...readings({ value: 20, at: 0 })]));
  await clock.pass(750);
  expect(await outcome).not.toHaveProperty('stopped');
  expect(shown().map(({ values }) => values)).toEqual([[20]]);
});

test('whoever listens again is told what is new then, though it is older than what was heard before', async () => {
  const { clock, world, deliver, shown } = started(teaRoom);
  await deliver(batch(readings({ value: 2, at: 5 })));
  world.audience = nobody;
  await deliver(batch(readings({ value: 3, at: 6 })));
  world.audience = teaRoom;
  await clock.pass(5_000);
  await deliver(batch(readings({ value: 1, at: 4 })));
  expect(shown().map(({ values }) => values)).toEqual([[2], [1]]);
});

test('alerts of the location are passed on as they were published, and those of others are not', async () => {
  const { deliver, sent } = started(teaRoom);
  const data = {
    alertId: '00000000-0000-4000-8000-000000000009',
    deviceId: TEA,
    locationId: 'tea',
    kind: 'above_maximum',
    readingType: 'temperature',
    limit: 30,
    fault: null,
    openedAt: new Date(START).toISOString(),
    value: 31,
  };
  const records = [
    event('alert.raised', { ...data, locationId: 'hall' }),
    event('alert.raised', data),
    event('user.signed_up', {}),
    { bytes: Buffer.from('no JSON'), sequenceNumber: '1', partitionKey: 'x' },
  ];
  await deliver({ stream: 'user-events', shard: 's', records });
  expect(sent).toHaveLength(1);
  const [message] = sent[0]!.messages;
  expect(liveMessage.parse(JSON.parse(message!))).toEqual({ type: 'alert', event: 'alert.raised', data });
});
