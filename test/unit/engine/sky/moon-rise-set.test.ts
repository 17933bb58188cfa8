import { Body, Observer, SearchRiseSet, SetDeltaTFunction } from 'astronomy-engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { deltaT } from '../../../../layers/saju-engine/src/sky/dynamical-time.ts';
import { moonOfDay } from '../../../../layers/saju-engine/src/sky/moon-of-day.ts';
import { randomInstants } from './random.ts';

const DAY = 86_400;

/** First rise (+1) or set (−1) by astronomy-engine in a day; null when there is none. */
function reference(observer: Observer, direction: 1 | -1, start: number): number | null {
  // Half a second early at both ends, as instants are rounded to whole seconds.
  const found = SearchRiseSet(Body.Moon, observer, direction, new Date((start - 0.5) * 1000), 1);
  const instant = found === null ? null : found.date.getTime() / 1000;
  return instant === null || instant >= start + DAY - 0.5 ? null : instant;
}

describe('moonrise and moonset', () => {
  beforeAll(() => SetDeltaTFunction(ut => deltaT(946_728_000 + ut * DAY)));

  test.each([
    // Place, latitude, longitude, seconds allowed (measured: 0.7, 0.7, 0.7, 0.9, 1.0, 1.7).
    ['Seoul', 37.5665, 126.978, 1],
    ['Jeju', 33.4996, 126.5312, 1],
    ['Quito', -0.18, -78.47, 1],
    ['Ushuaia', -54.8, -68.3, 1.5],
    ['Helsinki', 60.17, 24.94, 1.5],
    ['Akureyri', 65.68, -18.09, 3],
  ])('in %s agree with astronomy-engine over random days', (_, latitude, longitude, allowed) => {
    const observer = new Observer(latitude, longitude, 0);
    for (const start of randomInstants(250, 8)) {
      const { riseAt, setAt } = moonOfDay(start, start + DAY, { latitude, longitude });
      for (const [ours, theirs] of [
        [riseAt, reference(observer, 1, start)],
        [setAt, reference(observer, -1, start)],
      ] as const) {
        if (theirs === null) expect(ours).toBeNull();
        else expect(Math.abs(ours! - theirs)).toBeLessThan(allowed);
      }
    }
  });

  test('beyond the polar circle there are days without, and both find the same ones', () => {
    // Where the moon only just touches the horizon a few arc seconds are many seconds of time: 60 s are allowed.
    const place = { latitude: 69.65, longitude: 18.96 };
    const observer = new Observer(place.latitude, place.longitude, 0);
    let without = 0;
    for (const start of randomInstants(400, 9)) {
      const { riseAt, setAt } = moonOfDay(start, start + DAY, place);
      if (riseAt === null && setAt === null) without++;
      for (const [ours, theirs] of [
        [riseAt, reference(observer, 1, start)],
        [setAt, reference(observer, -1, start)],
      ] as const) {
        expect(ours === null).toBe(theirs === null);
        if (theirs !== null) expect(Math.abs(ours! - theirs)).toBeLessThan(60);
      }
    }
    expect(without).toBeGreaterThan(60);
  });

  test('at the poles the moon rises and sets once a month at most', () => {
    for (const latitude of [90, -90]) {
      let rises = 0;
      for (let day = 0; day < 273; day++) {
        if (moonOfDay(day * DAY, (day + 1) * DAY, { latitude, longitude: 0 }).riseAt !== null) rises++;
      }
      expect(rises).toBe(10);
    }
  });

  // KASI, 월별 천문현상 (astro.kasi.re.kr/life/pageView/7) for Seoul, minutes of KST: day, rise, set.
  const PRINTED = `
    2025-02-01 09:15 21:04
    2025-02-02 09:42 22:16
    2025-02-03 10:08 23:27
    2025-02-04 10:36 --:--
    2025-02-05 11:07 00:40
    2025-02-06 11:44 01:54
    2025-02-07 12:29 03:07
    2025-02-08 13:23 04:16
    2025-02-09 14:24 05:17
    2025-02-10 15:31 06:08
    2025-02-11 16:39 06:49
    2025-02-12 17:46 07:23
    2025-02-13 18:50 07:51
    2025-02-14 19:51 08:15
    2025-06-01 10:11 --:--
    2025-06-02 11:17 00:29
    2025-06-03 12:19 00:55
    2025-06-04 13:18 01:18
    2025-06-05 14:17 01:39
    2025-06-06 15:15 02:00
    2025-06-07 16:14 02:22
    2025-06-08 17:14 02:47
    2025-06-09 18:15 03:15
    2025-06-10 19:17 03:49
    2025-06-11 20:16 04:30
    2025-06-12 21:10 05:18
    2025-06-13 21:57 06:15
    2025-06-14 22:37 07:18
    2025-06-15 23:11 08:25`;

  test.each(
    PRINTED.trim()
      .split('\n')
      .map(row => row.trim().split(' ') as [string, string, string]),
  )('in Seoul on %s are in the minutes KASI prints: %s, %s', (date, rise, set) => {
    const start = Date.parse(`${date}T00:00+09:00`) / 1000;
    const { riseAt, setAt } = moonOfDay(start, start + DAY, { latitude: 37.5665, longitude: 126.978 });
    for (const [ours, printed] of [
      [riseAt, rise],
      [setAt, set],
    ] as const) {
      if (printed === '--:--') expect(ours).toBeNull();
      // A minute is rounded by 30 s, and KASI's Seoul may lie a few hundred metres off ours.
      else expect(Math.abs(ours! - Date.parse(`${date}T${printed}+09:00`) / 1000)).toBeLessThanOrEqual(32);
    }
  });

  test.each([
    // KASI's press releases on 정월대보름 2014, 추석 2018, 2019 and 2021: rise, and set of the day after. Of each city we
    // know its hall, KASI its own point: 0.01° are 2 s.
    ['Seoul', 37.5665, 126.978, '2014-02-14', '17:40', '07:04'],
    ['Busan', 35.1796, 129.0756, '2014-02-14', '17:35', '06:53'],
    ['Daegu', 35.8714, 128.6014, '2014-02-14', '17:35', '06:55'],
    ['Gwangju', 35.1595, 126.8526, '2014-02-14', '17:43', '07:01'],
    ['Daejeon', 36.3504, 127.3845, '2014-02-14', '17:40', '07:01'],
    ['Ulsan', 35.5384, 129.3114, '2014-02-14', '17:33', '06:52'],
    ['Incheon', 37.4563, 126.7052, '2014-02-14', '17:41', '07:05'],
    ['Jeju', 33.4996, 126.5312, '2014-02-14', '17:47', '07:02'],
    ['Dokdo', 37.2429, 131.8669, '2014-02-14', '17:20', '06:43'],
    ['Daejeon', 36.3504, 127.3845, '2018-09-24', '18:17', '06:06'],
    ['Gwangju', 35.1595, 126.8526, '2018-09-24', '18:18', '06:09'],
    ['Busan', 35.1796, 129.0756, '2018-09-24', '18:09', '05:59'],
    ['Seoul', 37.5665, 126.978, '2018-09-24', '18:19', null],
    ['Seoul', 37.5665, 126.978, '2019-09-13', '18:38', null],
    ['Daegu', 35.8714, 128.6014, '2019-09-13', '18:29', null],
    ['Seoul', 37.5665, 126.978, '2021-09-21', '18:59', null],
  ])('in %s (%f, %f) on %s are at the times KASI announced', (_, latitude, longitude, date, rise, set) => {
    const start = Date.parse(`${date}T00:00+09:00`) / 1000;
    const place = { latitude, longitude };
    const { riseAt } = moonOfDay(start, start + DAY, place);
    expect(Math.abs(riseAt! - Date.parse(`${date}T${rise}+09:00`) / 1000)).toBeLessThan(50);
    if (set === null) return;
    const { setAt } = moonOfDay(start + DAY, start + 2 * DAY, place);
    expect(Math.abs(setAt! - DAY - Date.parse(`${date}T${set}+09:00`) / 1000)).toBeLessThan(50);
  });
});
