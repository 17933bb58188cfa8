import { expect, test } from 'vitest';
import { cutBatch } from '../../../../local/streams/batch-window.ts';

const waiting = (count: number, { bytes = 10, readAt = 1_000 } = {}) =>
  Array.from({ length: count }, (_, index) => ({
    record: { sequenceNumber: String(index), partitionKey: 'any', data: new Uint8Array(bytes), arrivedAt: 0 },
    readAt,
  }));

const twoSeconds = { size: 100, windowSeconds: 2 };

test('a batch goes as soon as it has its size, and no larger', () => {
  expect(cutBatch(waiting(100), twoSeconds, 1_000)).toEqual({ count: 100 });
  expect(cutBatch(waiting(250), twoSeconds, 1_000)).toEqual({ count: 100 });
});

test('a smaller one waits until its first record has waited for the window', () => {
  expect(cutBatch([...waiting(1), ...waiting(98, { readAt: 2_500 })], twoSeconds, 2_900)).toEqual({ waitMs: 100 });
  expect(cutBatch([...waiting(1), ...waiting(98, { readAt: 2_500 })], twoSeconds, 3_000)).toEqual({ count: 99 });
});

test('without a window, whatever was read goes at once', () => {
  expect(cutBatch(waiting(3), { size: 100, windowSeconds: 0 }, 1_000)).toEqual({ count: 3 });
});

test('a batch goes before its payload would be over 6 MB', () => {
  // In base64, 1 MiB is 1.4 million characters: four of them are under 6 MiB.
  expect(cutBatch(waiting(7, { bytes: 1024 * 1024 }), twoSeconds, 1_000)).toEqual({ count: 4 });
});
