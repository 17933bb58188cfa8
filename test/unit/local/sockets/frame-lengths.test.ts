import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followFrames } from '../../../../local/sockets/frame-lengths.ts';

/** A client's frame: masked, its content of no importance. */
function frame(length: number): Buffer {
  const header =
    length < 126 ? [0x81, 0x80 | length] : length < 65_536 ? [0x81, 0xfe, length >> 8, length & 0xff] : undefined;
  const long = Buffer.alloc(10);
  long.writeUInt8(0x81, 0);
  long.writeUInt8(0xff, 1);
  long.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header === undefined ? long : Buffer.from(header), Buffer.alloc(4 + length, 0xff)]);
}

test('the length of each frame is told, however the bytes are cut', () => {
  const lengths = fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(0, 125, 126, 65_535, 65_536)), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(lengths, fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1 }), (sent, cuts) => {
      const bytes = Buffer.concat(sent.map(frame));
      const told: number[] = [];
      const follow = followFrames(length => told.push(length));
      for (let at = 0, cut = 0; at < bytes.length; at += cuts[cut++ % cuts.length]!) {
        follow(bytes.subarray(at, at + cuts[cut % cuts.length]!));
      }
      expect(told).toEqual(sent);
    }),
  );
});

test('the length is told before the content has come', () => {
  const told: number[] = [];
  followFrames(length => told.push(length))(frame(40_000).subarray(0, 8));
  expect(told).toEqual([40_000]);
});
