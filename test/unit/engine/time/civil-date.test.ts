import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilDate,
  dayNumber,
  daysInMonth,
  EPOCH_DAY,
  isoDate,
  isoInstant,
} from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { dateFields, gregorianDay, secondOfDay } from '../../../../layers/saju-engine/src/time/iso-fields.ts';

const DAY = 86_400_000;

describe('civil dates', () => {
  test('agree with the platform on every day of five centuries, there and back', () => {
    const first = Date.UTC(1700, 0, 1) / DAY;
    const last = Date.UTC(2200, 0, 1) / DAY;
    for (let day = first; day < last; day++) {
      const iso = new Date(day * DAY).toISOString().slice(0, 10);
      const number = day + EPOCH_DAY;
      if (isoDate(number) !== iso || gregorianDay(iso) !== number)
        expect.fail(`${iso} is taken for ${isoDate(number)}`);
      const { year, month, day: dayOfMonth } = civilDate(number);
      if (dayNumber(year, month, dayOfMonth) !== number) expect.fail(`${iso} does not come back`);
    }
    expect(isoDate(dayNumber(987, 6, 5))).toBe('0987-06-05');
  });

  test('instants are written as the platform writes them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000_000_000, max: 9_000_000_000 }), instant => {
        expect(isoInstant(instant)).toBe(new Date(instant * 1000).toISOString().replace('.000', ''));
      }),
    );
  });

  test('months have their days', () => {
    expect([1, 2, 4, 12].map(month => daysInMonth(1900, month))).toEqual([31, 28, 30, 31]);
    expect([2000, 2023, 2024, 2100].map(year => daysInMonth(year, 2))).toEqual([29, 28, 29, 28]);
  });

  test.each([
    '1990-5-15',
    '1990/05/15',
    '19900515',
    '',
    '1990-05-15T00:00',
    '-990-05-15',
    '1990-0x-15',
    '１９９０-05-15',
  ])('"%s" has not the form of a date', text => {
    expect(dateFields(text)).toBe(-1);
    expect(gregorianDay(text)).toBeUndefined();
  });

  test.each([
    ['00:00', 0],
    ['23:59', 86_340],
    ['23:59:59', 86_399],
    ['24:00', -1],
    ['12:60', -1],
    ['12:00:60', -1],
    ['1:00', -1],
    ['12.00', -1],
    ['12:00 ', -1],
    ['', -1],
  ])('the time "%s" is second %i of the day', (text, second) => {
    expect(secondOfDay(text)).toBe(second);
  });
});
