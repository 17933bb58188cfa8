import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceRanges, locationRanges, timeRange } from '../../../../../functions/iot/readings/time-range.ts';
import { InvalidRequest } from '../../../../../platform/errors/field-issue.ts';

const now = new Date('2026-05-03T01:02:03.456Z');
const MINUTE = 60_000;
const rules = [...Object.values(deviceRanges), ...Object.values(locationRanges)];

const issueOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidRequest) return error.issues.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
};

test('without a word it ends as far ahead as a clock may be, and has its own length', () => {
  const { from, to } = timeRange({}, deviceRanges.raw, now);
  expect([to - now.getTime(), to - from]).toEqual([5 * MINUTE, 60 * MINUTE]);
});

test('an offset is understood: nine in Seoul is midnight in Greenwich', () => {
  const asked = { from: '2026-05-03T09:00:00+09:00', to: '2026-05-03T01:00:00Z' };
  const hour = { from: Date.parse('2026-05-03T00:00:00Z'), to: Date.parse('2026-05-03T01:00:00Z') };
  for (const rule of [deviceRanges.raw, deviceRanges['1m'], deviceRanges['1h']]) {
    expect(timeRange(asked, rule, now)).toEqual(hour);
  }
});

test('what is meant is in it, in whole minutes or hours, with less than two more', () => {
  const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...rules), instant, fc.nat(24 * 60 * MINUTE - 1), (rule, at, length) => {
      const [start, end] = [at.getTime(), at.getTime() + length + 1];
      const asked = { from: new Date(start).toISOString(), to: new Date(end).toISOString() };
      const { from, to } = timeRange(asked, rule, now);
      expect(from <= start && to >= end).toBe(true);
      expect([from % rule.bucketMs, to % rule.bucketMs]).toEqual([0, 0]);
      expect(to - from - (end - start)).toBeLessThan(2 * rule.bucketMs);
    }),
  );
});

test('one that ends before it begins, or with it, is refused; so is one that is longer than the longest', () => {
  for (const rule of rules) {
    const from = (ms: number) => ({ from: new Date(now.getTime() - ms).toISOString(), to: now.toISOString() });
    expect(issueOf(() => timeRange(from(0), rule, now))).toEqual(['to invalid_span']);
    expect(issueOf(() => timeRange(from(-1), rule, now))).toEqual(['to invalid_span']);
    expect(issueOf(() => timeRange(from(rule.mostMs), rule, now))).toEqual([]);
    expect(issueOf(() => timeRange(from(rule.mostMs + 1), rule, now))).toEqual(['from span_too_long']);
  }
});

test('one that begins after now, and says no end, is refused and not turned round', () => {
  expect(issueOf(() => timeRange({ from: '2026-05-04T00:00:00Z' }, deviceRanges.raw, now))).toEqual([
    'to invalid_span',
  ]);
});
