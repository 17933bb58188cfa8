import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordBytes } from '../../../../local/mqtt/record-bytes.ts';
import { createTopicRules, isBasicIngest } from '../../../../local/mqtt/topic-rules.ts';
import { deviceRecord } from '../../../../platform/mqtt/device-record.ts';
import type { TopicRule } from '../../../../platform/mqtt/topic-rule.ts';

const rule: TopicRule = {
  kind: 'readings',
  purpose: 'Readings',
  topics: 'devices/+/readings',
  stream: 'sensor-data',
  maximumBytes: 100,
};
const routeOf = createTopicRules([rule], 'local');

test('a topic of Basic Ingest reaches the rule that it names, as a message of its device', () => {
  expect(routeOf('$aws/rules/heal7_local_readings/devices/d1/readings')).toEqual({
    kind: 'readings',
    deviceId: 'd1',
    stream: 'sensor-data',
    maximumBytes: 100,
  });
});

test.each([
  '$aws/rules/heal7_prod_readings/devices/d1/readings',
  '$aws/rules/heal7_local_status/devices/d1/status',
  '$aws/rules/heal7_local_readings/devices/d1/status',
  '$aws/rules/heal7_local_readings/devices/d1/readings/more',
  '$aws/rules/heal7_local_readings/devices//readings',
  '$aws/rules/heal7_local_readings',
  'devices/d1/readings',
  '',
])('%j reaches no rule', topic => {
  expect(routeOf(topic)).toBeUndefined();
});

test('only topics below the rules are of Basic Ingest', () => {
  expect(isBasicIngest('$aws/rules/any/thing')).toBe(true);
  expect(isBasicIngest('$aws/rulesets/any')).toBe(false);
  expect(isBasicIngest('devices/$aws/rules/any')).toBe(false);
});

test('a record holds whatever bytes a device sends', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(), fc.uint8Array({ maxLength: 200 }), (deviceId, receivedAt, bytes) => {
      const written = recordBytes({ kind: 'status', deviceId, receivedAt }, Buffer.from(bytes));
      const record = deviceRecord.parse(JSON.parse(Buffer.from(written).toString()));
      expect(record).toEqual({ kind: 'status', deviceId, receivedAt, payload: Buffer.from(bytes).toString('base64') });
    }),
  );
});
