import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LiveReading } from '../../../../../functions/iot/live/messages.ts';
import { NewestValues } from '../../../../../functions/iot/live/newest-values.ts';
import { aReading } from './a-reading.ts';

const sent = fc.array(
  fc.record({ device: fc.integer({ min: 0, max: 2 }), at: fc.integer({ min: 0, max: 20 }), take: fc.boolean() }),
);

test('in whatever order values come, what was taken last of a device is its newest', () => {
  fc.assert(
    fc.property(sent, offers => {
      const values = new NewestValues();
      const shown = new Map<string, LiveReading>();
      const show = () => {
        for (const reading of values.take()) {
          const former = shown.get(reading.deviceId);
          // Nobody is shown something old in place of something new, nor the same again.
          expect(former === undefined || former.recordedAt < reading.recordedAt).toBe(true);
          shown.set(reading.deviceId, reading);
        }
      };
      for (const { device, at, take } of offers) {
        values.offer(aReading({ device, at }));
        if (take) show();
      }
      show();
      for (const device of [0, 1, 2]) {
        const times = offers.filter(offer => offer.device === device).map(({ at }) => at);
        const newest = aReading({ device, at: Math.max(...times, 0) });
        expect(shown.get(newest.deviceId)?.recordedAt).toBe(times.length === 0 ? undefined : newest.recordedAt);
      }
    }),
  );
});

test('types of a device are apart', () => {
  const values = new NewestValues();
  values.offer(aReading({ at: 2 }));
  values.offer({ ...aReading({ at: 1 }), type: 'humidity', unit: '%RH' });
  expect(values.take().map(({ type }) => type)).toEqual(['temperature', 'humidity']);
  expect(values.take()).toEqual([]);
});
