import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap, slotsOf } from '../../../../../functions/iot/behavior/time-slots.ts';

const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
const named = (from: string, to: string) => slotsOf(span(from, to)).map(({ date, slot }) => `${date} ${slot}`);

test('parts of days are Korean: noon and six in the evening there divide them', () => {
  expect(named('2026-03-02T11:00:00+09:00', '2026-03-02T12:00:00+09:00')).toEqual(['2026-03-02 morning']);
  expect(named('2026-03-02T12:00:00+09:00', '2026-03-02T18:00:00.001+09:00')).toEqual([
    '2026-03-02 afternoon',
    '2026-03-02 evening',
  ]);
  expect(named('2026-03-01T15:00:00Z', '2026-03-01T15:00:01Z')).toEqual(['2026-03-02 morning']);
});

test('a stay over midnight is in parts of two days', () => {
  expect(named('2026-12-31T23:30:00+09:00', '2027-01-01T00:30:00+09:00')).toEqual([
    '2026-12-31 evening',
    '2027-01-01 morning',
  ]);
});

test('a stay without length is in no part', () => {
  expect(named('2026-03-02T11:00:00Z', '2026-03-02T11:00:00Z')).toEqual([]);
});

test('the parts that a stay touches cover it without a gap', () => {
  const start = Date.parse('2026-01-01T00:00:00Z');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 * 86_400_000 }),
      fc.integer({ min: 1, max: 3 * 86_400_000 }),
      (at, long) => {
        const stay = { from: start + at, to: start + at + long };
        const slots = slotsOf(stay);
        expect(slots.reduce((sum, slot) => sum + lengthOf(overlap(slot.span, stay)), 0)).toBe(long);
        for (const [index, { span: each }] of slots.slice(1).entries()) expect(each.from).toBe(slots[index]!.span.to);
      },
    ),
  );
});

function lengthOf(part: ReturnType<typeof overlap>): number {
  return part === undefined ? 0 : part.to - part.from;
}
