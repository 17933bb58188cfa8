import { FIRST_DAY, manseDay, SEOUL } from '@heal7/saju-engine';
import { describe, expect, test } from 'vitest';
import { daysBetween, rememberingCalendar } from '../../../../functions/manse/calendar.ts';

function counted() {
  let computed = 0;
  const calendar = rememberingCalendar((day, observer) => {
    computed++;
    return manseDay(day, observer);
  });
  return { calendar, computed: () => computed };
}

describe('the calendar of the manse domain', () => {
  test('computes a day seen from Seoul once, and gives what the engine gives', () => {
    const { calendar, computed } = counted();
    expect(calendar(FIRST_DAY, SEOUL)).toEqual(manseDay(FIRST_DAY, SEOUL));
    expect(calendar(FIRST_DAY, SEOUL)).toBe(calendar(FIRST_DAY, SEOUL));
    expect(computed()).toBe(1);
  });

  test('never answers one place with the moon of another', () => {
    const { calendar, computed } = counted();
    const busan = { latitude: 35.18, longitude: 129.08 };
    calendar(FIRST_DAY, SEOUL);
    expect(calendar(FIRST_DAY, busan)).toEqual(manseDay(FIRST_DAY, busan));
    expect(calendar(FIRST_DAY, { ...SEOUL, timeZone: 'Asia/Tokyo' })).toEqual(
      manseDay(FIRST_DAY, { ...SEOUL, timeZone: 'Asia/Tokyo' }),
    );
    expect(computed()).toBe(3);
  });

  test('refuses a day out of range each time', () => {
    const { calendar } = counted();
    for (let again = 0; again < 2; again++) {
      expect(() => calendar(FIRST_DAY - 1, SEOUL)).toThrow(expect.objectContaining({ code: 'date_out_of_range' }));
    }
  });

  test('gives a span in order, both ends included', () => {
    const { calendar } = counted();
    expect(daysBetween(calendar, FIRST_DAY, FIRST_DAY + 2, SEOUL).map(({ solarDate }) => solarDate)).toEqual([
      '1900-01-01',
      '1900-01-02',
      '1900-01-03',
    ]);
  });
});
