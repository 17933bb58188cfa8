import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factAt } from '../../../../layers/saju-engine/src/analysis/reason.ts';
import { FIRST_DAY, LAST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import type { ChartRequest } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { fullChart } from '../../../../layers/saju-engine/src/chart/full-chart.ts';
import {
  type Compatibility,
  compatibility,
  compatibilityOf,
  compatibilityWord,
} from '../../../../layers/saju-engine/src/pair/compatibility.ts';
import { isoDate } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { personBy } from './people.ts';

const births: fc.Arbitrary<ChartRequest> = fc
  .record({
    day: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    time: fc.option(
      fc.integer({ min: 0, max: 1439 }).map(minute => new Date(60_000 * minute).toISOString().slice(11, 16)),
      { freq: 4, nil: undefined },
    ),
    sex: fc.constantFrom('female' as const, 'male' as const),
  })
  .map(({ day, time, sex }) => ({
    // A zone without clock changes: every time of every day was.
    birth: { date: isoDate(day), ...(time === undefined ? {} : { time }) },
    place: { latitude: 37.5665, longitude: 126.978, timeZone: 'Etc/GMT-9' },
    sex,
  }));

/** In hundredths, so that sums are exact. */
const sum = (points: readonly number[]) => points.reduce((total, each) => total + Math.round(100 * each), 0);

const scores = ({ parts }: Compatibility) => parts.map(({ code, score }) => [code, score]);

describe('a couple counted by hand', () => {
  const couple = compatibilityOf(
    personBy('甲子 丙寅 甲辰 甲子', {
      sex: 'male',
      yongsin: 'fire',
      weights: { wood: 50, fire: 10, earth: 10, metal: 5, water: 25 },
    }),
    personBy('己丑 丁卯 己酉 乙丑', {
      sex: 'female',
      yongsin: 'water',
      weights: { wood: 20, fire: 12, earth: 48, metal: 20, water: 0 },
    }),
  );

  test('has the points of each part', () => {
    expect(scores(couple)).toEqual([
      // 甲己 합.
      ['ilgan', 20],
      // 辰酉 육합.
      ['ilji', 25],
      // 子丑 육합.
      ['yeonji', 10],
      // 7.5; five more 甲己 +5; 子丑 three more +3; 子卯 형 twice and 寅酉 원진 −2.1; 子酉 파 twice, 辰丑 파 twice and 辰卯 해 −2.
      ['gita', 11.4],
      // 10 × 12 / 30 and 10 × 25 / 30.
      ['ohaeng', 12.33],
      // 己 is 정재 to a man of 甲, 甲 is 정관 to a woman of 己.
      ['baeujaseong', 5],
      // 海中金 and 霹靂火.
      ['napeum', 1],
    ]);
  });

  test('has the sum of 84.73 and the word 천생', () => {
    expect([couple.score, couple.word.hangul]).toEqual([84.73, '천생']);
  });

  test('lists relations by the pillars of both, stems first', () => {
    const { relations } = couple;
    expect(relations.filter(({ part }) => part === 'stem')).toHaveLength(6);
    expect(relations.slice(0, 6).every(({ code, part }) => code === 'cheonganhap' && part === 'stem')).toBe(true);
    expect(relations.filter(({ a, b }) => a === 'day' && b === 'day')).toEqual([
      {
        code: 'cheonganhap',
        hangul: '천간합',
        hanja: '天干合',
        english: 'Stem Combination',
        part: 'stem',
        a: 'day',
        b: 'day',
        element: 'earth',
      },
      {
        code: 'yukhap',
        hangul: '육합',
        hanja: '六合',
        english: 'Six Combination',
        part: 'branch',
        a: 'day',
        b: 'day',
        element: 'metal',
      },
    ]);
  });
});

test.each([
  [100, '천생'],
  [80, '천생'],
  [79.99, '좋음'],
  [65, '좋음'],
  [64.99, '보통'],
  [50, '보통'],
  [49.99, '노력'],
  [35, '노력'],
  [34.99, '신중'],
  [0, '신중'],
])('%d is %s', (score, word) => {
  expect(compatibilityWord(score).hangul).toBe(word);
});

describe('of any two births', () => {
  const couples = (judge: (couple: Compatibility, a: ChartRequest, b: ChartRequest) => void) =>
    fc.assert(
      fc.property(births, births, (a, b) => judge(compatibility(a, b), a, b)),
      { numRuns: 300 },
    );

  test('the score is the sum of its parts, and a part the sum of the points of its reasons', () => {
    couples(({ score, parts }) => {
      expect(sum([score])).toBe(sum(parts.map(part => part.score)));
      expect(score).toBe(sum([score]) / 100);
      for (const part of parts) {
        expect(sum([part.score])).toBe(sum(part.reasons.map(reason => reason.points)));
        expect(part.score).toBeGreaterThanOrEqual(0);
        expect(part.score).toBeLessThanOrEqual(part.max);
      }
      expect(sum(parts.map(part => part.max))).toBe(10_000);
    });
  });

  test('all parts are the same with the two swapped', () => {
    couples((couple, a, b) => {
      const swapped = compatibility(b, a);
      expect(scores(swapped)).toEqual(scores(couple));
      expect([swapped.score, swapped.word]).toEqual([couple.score, couple.word]);
      const turned = swapped.relations.map(relation => ({ ...relation, a: relation.b, b: relation.a }));
      expect(new Set(turned.map(each => JSON.stringify(each)))).toEqual(
        new Set(couple.relations.map(each => JSON.stringify(each))),
      );
    });
  });

  test('a part that judges each for the other has a reason each way, in turn', () => {
    couples((couple, a, b) => {
      const swapped = compatibility(b, a);
      couple.parts.forEach((part, index) => {
        if (part.mutual) return;
        const points = part.reasons.map(reason => reason.points);
        expect(points).toHaveLength(2);
        expect(swapped.parts[index]!.reasons.map(reason => reason.points)).toEqual(points.toReversed());
      });
    });
  });

  test('every fact reads back from the answer', () => {
    couples(couple => {
      for (const { facts } of couple.parts.flatMap(part => part.reasons)) {
        for (const { path, value } of facts) expect([path, factAt(couple, path)]).toEqual([path, value]);
      }
    });
  });

  test('both people are as their own charts say', () => {
    couples(({ a }, request) => {
      const chart = fullChart(request);
      expect(a.sex).toBe(request.sex);
      expect(a.hourKnown).toBe(request.birth.time !== undefined);
      for (const name of ['year', 'month', 'day', 'hour'] as const) {
        expect(a.pillars[name]?.index).toBe(chart.pillars[name]?.index);
      }
      expect(a.napeum).toEqual(chart.pillars.year.napeum);
      expect(a.fiveElements.weights).toEqual(chart.fiveElements.weights);
      expect(a.usefulGod.element).toBe(chart.usefulGod.element);
    });
  });
});

test('午未 across two charts aims at fire unless both people chose alike otherwise', () => {
  // 1990 is a 庚午 year, 1991 辛未.
  const born = (date: string, omiHap: 'fire' | 'earth' | 'none'): ChartRequest => ({
    birth: { date, time: '12:00' },
    sex: 'female',
    options: { omiHap },
  });
  const element = (ofA: 'fire' | 'earth' | 'none', ofB: 'fire' | 'earth' | 'none') =>
    compatibility(born('1990-06-15', ofA), born('1991-06-15', ofB)).relations.find(
      ({ code, a, b }) => code === 'yukhap' && a === 'year' && b === 'year',
    )?.element;
  expect(element('fire', 'fire')).toBe('fire');
  expect(element('earth', 'earth')).toBe('earth');
  expect(element('none', 'none')).toBe(null);
  expect(element('earth', 'none')).toBe('fire');
});
