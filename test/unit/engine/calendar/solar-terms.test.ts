import { readFileSync } from 'node:fs';
import { SolarTerm } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { solarTermInstant } from '../../../../layers/saju-engine/generator/solar-terms.ts';
import {
  FIRST_TERM_YEAR,
  LAST_TERM_YEAR,
  lastTermSerial,
  SOLAR_TERMS,
  TERM_INSTANTS,
  termSerial,
} from '../../../../layers/saju-engine/src/calendar/solar-terms.ts';
import { isoInstant } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { agrees, publishedTerms, roundsTo } from '../../../../tools/published-terms.ts';

const published = publishedTerms(
  readFileSync(new URL('../../../reference/solar-terms-kasi.csv', import.meta.url), 'utf8'),
);
const instantOf = (year: number, index: number) => TERM_INSTANTS[termSerial(year, index)]!;

describe('The instants of the solar terms', () => {
  test('are those the generator computes, in a sample over all years and terms', () => {
    for (let serial = 0; serial < TERM_INSTANTS.length; serial += 37) {
      const instant = solarTermInstant(FIRST_TERM_YEAR + Math.floor(serial / 24), serial % 24);
      expect(TERM_INSTANTS[serial], `serial ${serial}`).toBe(Math.round(instant));
    }
  });

  test('agree with every minute that KASI and almanacs published, allowing 10 s for their forecasts of ΔT', () => {
    expect(published).toHaveLength(697);
    expect(published.filter(term => !agrees(term, instantOf(term.year, term.index)))).toEqual([]);
  });

  test('round to at least 92 % of the minutes KASI published', () => {
    const official = published.filter(({ isOfficial }) => isOfficial);
    const rounded = official.filter(term => roundsTo(term, instantOf(term.year, term.index)));
    expect(rounded.length / official.length).toBeGreaterThan(0.92);
  });

  test('are within 3.5 s of tyme4ts from 1900 to 2027, and within 2.6 s from 1920', () => {
    for (let year = 1900; year <= 2027; year++) {
      for (let index = 0; index < 24; index++) {
        // tyme4ts counts terms from 동지 of the year before and tells Julian days at UTC+8.
        const day = SolarTerm.fromIndex(year, index + 1)
          .getJulianDay()
          .getDay();
        const theirs = (day - 2_440_587.5) * 86_400 - 8 * 3600;
        const off = Math.abs(instantOf(year, index) - theirs);
        expect(off, `${year} ${index}`).toBeLessThan(year < 1920 ? 3.5 : 2.6);
      }
    }
  });

  test('keep the seconds where a rounded minute would change the date', () => {
    expect(isoInstant(instantOf(1950, 1) + 9 * 3600)).toMatch(/^1950-01-20T23:59:3[3-6]Z$/);
    expect(isoInstant(instantOf(2030, 3) + 9 * 3600)).toMatch(/^2030-02-18T23:59:5[4-7]Z$/);
    expect(isoInstant(instantOf(2021, 2) + 9 * 3600)).toMatch(/^2021-02-03T23:58:4[6-8]Z$/);
  });

  test('are 4872, 14 to 16 days apart, 소한 and 동지 in January and December of their year', () => {
    expect(TERM_INSTANTS).toHaveLength(4872);
    for (let serial = 1; serial < TERM_INSTANTS.length; serial++) {
      const days = (TERM_INSTANTS[serial]! - TERM_INSTANTS[serial - 1]!) / 86_400;
      expect(days > 14 && days < 16, `serial ${serial}`).toBe(true);
    }
    for (let year = FIRST_TERM_YEAR; year <= LAST_TERM_YEAR; year++) {
      expect(isoInstant(instantOf(year, 0))).toMatch(new RegExp(`^${year}-01-0[4-7]T`));
      expect(isoInstant(instantOf(year, 23))).toMatch(new RegExp(`^${year}-12-2[0-3]T`));
    }
  });
});

describe('The last term at an instant', () => {
  test('changes exactly at the second of every term', () => {
    for (const [serial, instant] of TERM_INSTANTS.entries()) {
      expect(lastTermSerial(instant)).toBe(serial);
      expect(lastTermSerial(instant + 0.5)).toBe(serial);
      expect(lastTermSerial(instant - 1)).toBe(serial - 1);
    }
  });

  test('is none before the first and the last one for ever after', () => {
    expect(lastTermSerial(-1e12)).toBe(-1);
    expect(lastTermSerial(1e12)).toBe(4871);
  });
});

test('The terms are named in order, with the longitudes of the sun that define them', () => {
  expect(SOLAR_TERMS).toHaveLength(24);
  expect(new Set(SOLAR_TERMS.map(({ code }) => code)).size).toBe(24);
  expect(SOLAR_TERMS[0]).toEqual({
    code: 'sohan',
    hangul: '소한',
    hanja: '小寒',
    english: 'Minor Cold',
    longitude: 285,
  });
  expect(SOLAR_TERMS[5]).toMatchObject({ code: 'chunbun', longitude: 0 });
  expect(SOLAR_TERMS[23]).toMatchObject({ code: 'dongji', hanja: '冬至', longitude: 270 });
  expect(SOLAR_TERMS.every(Object.isFrozen)).toBe(true);
  for (const { year, index, line } of published)
    expect(line).toContain(`${year},${index},${SOLAR_TERMS[index]!.hangul},`);
});
