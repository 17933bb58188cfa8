import { Body, EclipticGeoMoon, Illumination, SetDeltaTFunction, SunPosition } from 'astronomy-engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { newMoonInstant } from '../../../../layers/saju-engine/generator/new-moons.ts';
import { lunarDate } from '../../../../layers/saju-engine/src/calendar/lunar.ts';
import { deltaT } from '../../../../layers/saju-engine/src/sky/dynamical-time.ts';
import { type MoonOfDay, moonOfDay } from '../../../../layers/saju-engine/src/sky/moon-of-day.ts';
import { MOON_PHASES } from '../../../../layers/saju-engine/src/sky/moon-phase.ts';
import { dayNumber, EPOCH_DAY, isoDate } from '../../../../layers/saju-engine/src/time/civil-date.ts';

const SEOUL = { latitude: 37.5665, longitude: 126.978 };
const DAY = 86_400;
const KST = 9 * 3600;
const FIRST = dayNumber(1900, 1, 1);
const LAST = dayNumber(2101, 1, 28);

const startOf = (day: number) => (day - EPOCH_DAY) * DAY - KST;
const moonOn = (day: number) => moonOfDay(startOf(day), startOf(day) + DAY, SEOUL);
const at = (iso: string) => Date.parse(iso) / 1000;
/** Day number of the day of UTC+9 that holds an instant. */
const dayOf = (instant: number) => Math.floor((instant + KST) / DAY) + EPOCH_DAY;

describe('moonOfDay over the whole range, in Seoul', () => {
  const days: MoonOfDay[] = [];
  const principal: { day: number; phase: number; instant: number }[] = [];

  beforeAll(() => {
    SetDeltaTFunction(ut => deltaT(946_728_000 + ut * DAY));
    for (let day = FIRST; day <= LAST; day++) {
      const moon = moonOn(day);
      days.push(moon);
      if (moon.phaseAt !== null) principal.push({ day, phase: MOON_PHASES.indexOf(moon.phase), instant: moon.phaseAt });
    }
  });

  test('the phases come one after another: each principal phase once a cycle, the time between named after it', () => {
    let wrong = 0;
    let last = MOON_PHASES.indexOf(days[0]!.phase);
    for (const { phase, phaseAt } of days.slice(1)) {
      const index = MOON_PHASES.indexOf(phase);
      const steps = (index - last + 8) % 8;
      // A quarter is 6.6 to 8.2 days, so that no two principal phases fall on neighbouring days.
      if (steps > 1 || (phaseAt === null) !== (index % 2 === 1) || (steps === 0 && phaseAt !== null)) wrong++;
      last = index;
    }
    expect(wrong).toBe(0);
    // 73,442 days of 29.530588 / 4 days each.
    expect(principal).toHaveLength(9948);
  });

  test('a principal phase is in its day, and 6.5 to 8.3 days after the one before', () => {
    for (const [i, { day, instant }] of principal.entries()) {
      expect(dayOf(instant)).toBe(day);
      const before = principal[i - 1];
      if (before === undefined) continue;
      expect(instant - before.instant).toBeGreaterThan(6.5 * DAY);
      expect(instant - before.instant).toBeLessThan(8.3 * DAY);
    }
  });

  test('the new moon is on the first day of the lunar month, 1912 to 2100, but for 2074-08-23 (1 s from midnight)', () => {
    const different: string[] = [];
    for (let day = dayNumber(1912, 1, 1); day <= LAST; day++) {
      if ((lunarDate(day).day === 1) !== (days[day - FIRST]!.phase.code === 'sak')) different.push(isoDate(day));
    }
    expect(different.filter(date => date !== '2074-08-23' && date !== '2074-08-22')).toEqual([]);
  });

  test('new moons are within 6 s of those of the full theories (measured 5 s)', () => {
    const news = principal.filter(({ phase }) => phase === 0);
    const offset = Math.round((news[0]!.instant - newMoonInstant(0)) / (29.530_588_861 * DAY));
    for (let i = 0; i < news.length; i += 20) {
      expect(Math.abs(news[i]!.instant - newMoonInstant(offset + i))).toBeLessThan(6);
    }
  });

  test('at a principal phase astronomy-engine has the elongation to 6″ (12 s)', () => {
    for (let i = 0; i < principal.length; i += 10) {
      const { instant, phase } = principal[i]!;
      const date = new Date(instant * 1000);
      const ahead = EclipticGeoMoon(date).lon - SunPosition(date).elon - 45 * phase;
      expect(Math.abs(ahead - 360 * Math.round(ahead / 360)) * 3600).toBeLessThan(6);
    }
  });

  test('rise and set come by turns, from 24.1 to 25.7 hours apart', () => {
    const events = days.flatMap(({ riseAt, setAt }) =>
      [
        { kind: 'rise', instant: riseAt },
        { kind: 'set', instant: setAt },
      ]
        .filter((event): event is { kind: string; instant: number } => event.instant !== null)
        .sort((a, b) => a.instant - b.instant),
    );
    const wrong: typeof events = [];
    for (let i = 2; i < events.length; i++) {
      const hours = (events[i]!.instant - events[i - 2]!.instant) / 3600;
      if (events[i]!.kind === events[i - 1]!.kind || hours < 24.1 || hours > 25.7) wrong.push(events[i]!);
    }
    expect(wrong).toEqual([]);
  });

  test('rise and set are in their day', () => {
    const wrong = days.filter(({ riseAt, setAt }, i) =>
      [riseAt, setAt].some(instant => instant !== null && dayOf(instant) !== FIRST + i),
    );
    expect(wrong).toEqual([]);
  });

  test('the lit share is that of astronomy-engine to 0.0002 (each is rounded or simplified by 0.0001)', () => {
    for (let i = 0; i < days.length; i += 97) {
      const noon = startOf(FIRST + i) + DAY / 2;
      const { phase_fraction } = Illumination(Body.Moon, new Date(noon * 1000));
      expect(Math.abs(days[i]!.illumination - phase_fraction)).toBeLessThan(0.0002);
    }
  });
});

describe('moonOfDay', () => {
  test.each([
    // KASI, minutes of KST: press releases on 추석 of 2018, 2019 and 2021, monthly almanac of 2025.
    ['mang', '2018-09-25T11:52+09:00'],
    ['mang', '2019-09-14T13:33+09:00'],
    ['sak', '2021-09-07T09:52+09:00'],
    ['mang', '2021-09-21T08:55+09:00'],
    ['mang', '2025-02-12T22:53+09:00'],
    // US Naval Observatory, Phases of the Moon for 2000, UT.
    ['sak', '2000-01-06T18:14Z'],
    ['sanghyeon', '2000-01-14T13:34Z'],
    ['mang', '2000-01-21T04:40Z'],
    ['hahyeon', '2000-01-28T07:57Z'],
    ['sak', '2000-02-05T13:03Z'],
    ['sanghyeon', '2000-02-12T23:21Z'],
    ['mang', '2000-02-19T16:27Z'],
    ['hahyeon', '2000-02-27T03:53Z'],
    // Sky calendar of 2012 (seasky.org), UTC.
    ['mang', '2012-01-09T07:30Z'],
    ['sak', '2012-01-23T07:39Z'],
    ['mang', '2012-02-07T21:54Z'],
    ['sak', '2012-02-21T22:35Z'],
  ])('has %s in the minute an almanac gives: %s', (code, minute) => {
    const { phase, phaseAt } = moonOn(dayOf(at(minute)));
    expect(phase.code).toBe(code);
    expect(Math.abs(phaseAt! - at(minute))).toBeLessThanOrEqual(32);
  });

  test.each([
    // Meeus, Astronomical Algorithms, examples 49.a and 49.b, by his own series (to some seconds): TD.
    ['sak', '1977-02-18T03:37:42Z'],
    ['hahyeon', '2044-01-21T23:48:17Z'],
  ])('has %s at %s of dynamical time', (code, instant) => {
    const { phase, phaseAt } = moonOn(dayOf(at(instant)));
    expect(phase.code).toBe(code);
    expect(Math.abs(phaseAt! + deltaT(phaseAt!) - at(instant))).toBeLessThan(20);
  });

  test('takes days of 23 and 25 hours: what one of them loses the other has', () => {
    // The clock of New York, 2025-11-02 (25 hours) and 2025-03-09 (23 hours).
    const place = { latitude: 40.71, longitude: -74.01 };
    for (const [start, hours] of [
      [at('2025-11-02T00:00-04:00'), 25],
      [at('2025-03-09T00:00-05:00'), 23],
    ] as const) {
      const end = start + hours * 3600;
      const events = (moon: MoonOfDay) => [moon.riseAt, moon.setAt];
      const whole = events(moonOfDay(start, end, place));
      const plain = events(moonOfDay(start, start + DAY, place));
      for (const [i, instant] of plain.entries()) {
        if (instant === null || instant >= end) continue;
        expect(Math.abs(whole[i]! - instant)).toBeLessThanOrEqual(1);
      }
    }
  });

  test('gives a phase that falls on midnight to the day that begins with it', () => {
    const { phaseAt } = moonOn(dayOf(at('2000-01-06T18:14Z')));
    const until = moonOfDay(phaseAt! - DAY, phaseAt!, SEOUL);
    const from = moonOfDay(phaseAt!, phaseAt! + DAY, SEOUL);
    expect(until.phase.code).toBe('geumeumdal');
    expect(until.phaseAt).toBeNull();
    expect(from.phase.code).toBe('sak');
    expect(from.phaseAt).toBe(phaseAt);
  });
});
