import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factAt } from '../../../../layers/saju-engine/src/analysis/reason.ts';
import { FIRST_DAY, LAST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import type { ChartRequest } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { almanacDay } from '../../../../layers/saju-engine/src/days/almanac-day.ts';
import {
  type AuspiciousDays,
  type AuspiciousDaysRequest,
  auspiciousDays,
} from '../../../../layers/saju-engine/src/days/auspicious-days.ts';
import { DIRECTIONS } from '../../../../layers/saju-engine/src/days/directions.ts';
import { OCCASIONS } from '../../../../layers/saju-engine/src/days/occasions.ts';
import { SajuError } from '../../../../layers/saju-engine/src/errors.ts';
import { isoDate } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { gregorianDay } from '../../../../layers/saju-engine/src/time/iso-fields.ts';

const bride: ChartRequest = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };
const groom: ChartRequest = { birth: { date: '1988-11-02', time: '08:10' }, sex: 'male' };
const year = { from: '2026-01-01', to: '2026-12-31' };

const people: fc.Arbitrary<ChartRequest[]> = fc.array(
  fc
    .record({ day: fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 36_000 }), sex: fc.constantFrom('female', 'male') })
    .map(({ day, sex }): ChartRequest => ({ birth: { date: isoDate(day) }, sex })),
  { maxLength: 2 },
);

/** Requests for up to 120 days after all births. */
const requests: fc.Arbitrary<AuspiciousDaysRequest> = fc
  .record({
    occasion: fc.constantFrom(...OCCASIONS.map(({ code }) => code)),
    first: fc.integer({ min: FIRST_DAY + 36_525, max: LAST_DAY - 120 }),
    length: fc.integer({ min: 0, max: 120 }),
    people,
    age: fc.constantFrom('korean' as const, 'international' as const),
    direction: fc.constantFrom(null, ...DIRECTIONS.map(({ code }) => code)),
  })
  .map(({ occasion, first, length, people, age, direction }) => ({
    occasion,
    from: isoDate(first),
    to: isoDate(first + length),
    people,
    options: { age, direction },
  }));

const datesOf = ({ days, excluded }: AuspiciousDays) => [...days, ...excluded].map(({ solarDate }) => solarDate).sort();
const byDate = <Day extends { readonly solarDate: string }>(days: readonly Day[]) =>
  [...days].sort((one, other) => (one.solarDate < other.solarDate ? -1 : 1));
const rulesOf = (reasons: readonly { readonly rule: string }[] = []) => reasons.map(({ rule }) => rule);

function refusal(request: AuspiciousDaysRequest): string {
  try {
    auspiciousDays(request);
  } catch (error) {
    return error instanceof SajuError ? `${error.code} ${error.path.join('.')}` : String(error);
  }
  return 'none';
}

describe('choosing days', () => {
  test('puts every date of the span in one of the two lists', () => {
    fc.assert(
      fc.property(requests, request => {
        const dates: string[] = [];
        for (let day = gregorianDay(request.from)!; day <= gregorianDay(request.to)!; day++) dates.push(isoDate(day));
        expect(datesOf(auspiciousDays(request))).toEqual(dates);
      }),
    );
  });

  test('of a span gives the union of its parts', () => {
    fc.assert(
      fc.property(requests, fc.nat(119), (request, cut) => {
        const middle = gregorianDay(request.from)! + cut;
        fc.pre(middle < gregorianDay(request.to)!);
        const whole = auspiciousDays(request);
        const parts = [
          auspiciousDays({ ...request, to: isoDate(middle) }),
          auspiciousDays({ ...request, from: isoDate(middle + 1) }),
        ];
        expect(byDate(whole.days)).toEqual(byDate(parts.flatMap(({ days }) => days)));
        expect(whole.excluded).toEqual(parts.flatMap(({ excluded }) => excluded));
      }),
    );
  });

  test('does not hang on the order of two people, but for what they are called', () => {
    fc.assert(
      fc.property(requests, request => {
        const one = auspiciousDays(request);
        const other = auspiciousDays({ ...request, people: [...(request.people ?? [])].reverse() });
        const summary = ({ days, excluded }: AuspiciousDays) => [
          days.map(({ solarDate, score, wants, blemishes }) => [
            solarDate,
            score,
            rulesOf(wants).sort(),
            rulesOf(blemishes).sort(),
          ]),
          excluded.map(({ solarDate, reasons }) => [solarDate, rulesOf(reasons).sort()]),
        ];
        expect(summary(other)).toEqual(summary(one));
      }),
    );
  });

  test('has scores that are 50 and the points of their judgements, best first', () => {
    fc.assert(
      fc.property(requests, request => {
        let before = Number.POSITIVE_INFINITY;
        for (const { score, cap, wants, blemishes } of auspiciousDays(request).days) {
          const points = [...wants, ...blemishes].reduce((sum, each) => sum + each.points, 0);
          expect(score).toBe(50 + points + cap);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          if (cap !== 0) expect(score).toBe(cap < 0 ? 100 : 0);
          expect(50 + points).toBeLessThanOrEqual(before);
          before = 50 + points;
          for (const each of wants) expect(each.points).toBeGreaterThanOrEqual(6);
          for (const each of blemishes) expect(each.points).toBeLessThanOrEqual(-5);
        }
      }),
    );
  });

  test('gives reasons whose facts read back from the almanac, the day and the people', () => {
    let read = 0;
    fc.assert(
      fc.property(requests, request => {
        const { days, excluded, people } = auspiciousDays(request);
        const judged = [
          ...days.map(day => ({ day, reasons: [...day.wants, ...day.blemishes] })),
          ...excluded.map(day => ({ day, reasons: day.reasons })),
        ];
        for (const { day, reasons } of judged) {
          const context = { ...almanacDay(gregorianDay(day.solarDate)!), fortunes: day.fortunes, people };
          for (const { facts, rule } of reasons) {
            expect(facts.length).toBeGreaterThan(0);
            for (const { path, value } of facts) {
              expect([rule, path, factAt(context, path)]).toEqual([rule, path, value]);
              read++;
            }
          }
        }
      }),
    );
    expect(read).toBeGreaterThan(1000);
  });

  test('never offers a day that clashes with the day or the year of anyone', () => {
    fc.assert(
      fc.property(requests, request => {
        const { days, people } = auspiciousDays(request);
        for (const { pillar } of days) {
          for (const { pillars } of people) {
            expect(Math.abs(pillar.index - pillars.day.index) % 12).not.toBe(6);
            expect(Math.abs(pillar.index - pillars.year.index) % 12).not.toBe(6);
          }
        }
      }),
    );
  });
});

describe('a marriage in 2026', () => {
  const found = auspiciousDays({ occasion: 'marriage', ...year, people: [bride, groom] });
  const dayOf = (date: string) => found.days.find(({ solarDate }) => solarDate === date);
  const reasonsOf = (date: string) => found.excluded.find(({ solarDate }) => solarDate === date)?.reasons;

  test('names what speaks for its best day', () => {
    const [best] = found.days;
    expect([best!.solarDate, best!.pillar.hanja, best!.score, best!.cap]).toEqual(['2026-12-24', '壬申', 100, -8]);
    expect(best!.fortunes).toMatchObject({ a: { code: 'cheonui' }, b: { code: 'cheonui' } });
    // 子 month: 申 is 성 and 청룡, and 천덕합; 壬 is 월덕. 申 and 辰 of both are of one 삼합.
    expect(rulesOf(best!.wants)).toEqual([
      'day_yellow_path',
      'day_officer',
      'day_birth_fortune',
      'day_woldeok',
      'day_cheondeokhap',
      'day_marriage_judang',
      'day_person_samhap',
      'day_person_samhap',
    ]);
  });

  test('is on no day of the almanac that marriages shun', () => {
    for (const { solarDate } of found.days) {
      const { officer, stars } = almanacDay(gregorianDay(solarDate)!);
      expect(['pa', 'pye']).not.toContain(officer.code);
      for (const { code } of stars) {
        expect(['bokdan', 'wolgi', 'sari', 'sajeol', 'hongsa', 'pima', 'susa']).not.toContain(code);
      }
    }
  });

  test('is not on the eve of 입춘, and the answer says why', () => {
    expect(dayOf('2026-02-03')).toBeUndefined();
    expect(rulesOf(reasonsOf('2026-02-03'))).toContain('day_sajeol');
  });

  test('asks the good fortune of both', () => {
    for (const { fortunes, wants } of found.days) {
      const good = ['saenggi', 'cheonui', 'bokdeok'];
      const both = good.includes(fortunes.a!.code) && good.includes(fortunes.b!.code);
      expect(rulesOf(wants).includes('day_birth_fortune')).toBe(both);
    }
  });

  test('counts 생기복덕 by 세는나이, or by 만 나이 if asked', () => {
    const fortunes = (age: 'korean' | 'international') => {
      const { days, excluded } = auspiciousDays({
        occasion: 'marriage',
        from: '2026-05-14',
        to: '2026-05-15',
        people: [bride],
        options: { age },
      });
      return byDate([...days, ...excluded]).map(day => `${day.pillar.branch.hanja} ${day.fortunes.a!.hanja}`);
    };
    // 37 all year: 巽.
    expect(fortunes('korean')).toEqual(['子 生氣', '丑 絶命']);
    // 35 to the eve of her birthday: 坤; 36 from then on: 離.
    expect(fortunes('international')).toEqual(['子 絶命', '丑 禍害']);
  });
});

describe('a move', () => {
  test('anywhere is best on a 손없는날', () => {
    const { days } = auspiciousDays({ occasion: 'moving', ...year });
    for (const { solarDate, wants } of days) {
      const { son } = almanacDay(gregorianDay(solarDate)!);
      expect(rulesOf(wants).includes('day_son_free')).toBe(son.isFree);
      expect(rulesOf(wants)).not.toContain('day_son_elsewhere');
    }
  });

  test('to a direction is free while 손 is elsewhere, and marked where it is', () => {
    const { days } = auspiciousDays({ occasion: 'moving', ...year, options: { direction: 'south' } });
    expect(days.length).toBeGreaterThan(100);
    for (const { solarDate, wants, blemishes } of days) {
      const { son } = almanacDay(gregorianDay(solarDate)!);
      const at = son.direction?.code;
      expect(rulesOf(wants).includes('day_son_elsewhere')).toBe(at !== undefined && at !== 'south');
      expect(rulesOf(blemishes).includes('day_son_ahead')).toBe(at === 'south');
    }
  });

  test('to the 대장군방 or the 삼살방 of the year has no day', () => {
    // 丙午: 대장군 in the east, 삼살 in the north, from 입춘 on.
    for (const direction of ['east', 'north'] as const) {
      const { days, excluded } = auspiciousDays({
        occasion: 'moving',
        from: '2026-02-04',
        to: '2026-12-31',
        options: { direction },
      });
      expect(days).toEqual([]);
      const rule = direction === 'east' ? 'day_daejanggun' : 'day_samsal';
      expect(excluded.every(({ reasons }) => rulesOf(reasons).includes(rule))).toBe(true);
    }
    const west = auspiciousDays({
      occasion: 'moving',
      from: '2026-02-04',
      to: '2026-12-31',
      options: { direction: 'west' },
    });
    expect(west.days.length).toBeGreaterThan(100);
  });
});

describe('other occasions', () => {
  test('open no business on a void day, and say so', () => {
    // 庚辰 leaves 申 and 酉.
    const { days, excluded } = auspiciousDays({ occasion: 'opening', ...year, people: [bride] });
    expect(days.some(({ pillar }) => '申酉'.includes(pillar.branch.hanja))).toBe(false);
    const voided = excluded.filter(({ reasons }) => rulesOf(reasons).includes('day_person_gongmang'));
    expect(new Set(voided.map(({ pillar }) => pillar.branch.hanja))).toEqual(new Set('申酉'));
  });

  test('travel on 역마 of the year of birth', () => {
    // 午 is of 寅午戌, whose 역마 is 申.
    const { days } = auspiciousDays({ occasion: 'travel', ...year, people: [bride] });
    for (const { pillar, wants } of days) {
      expect(rulesOf(wants).includes('day_person_yeokma')).toBe(pillar.branch.hanja === '申');
    }
  });

  test('treat on 제 and 파, which others shun, and on nobody’s 건, 만 or 폐', () => {
    const { days } = auspiciousDays({ occasion: 'treatment', ...year });
    const officers = new Set(days.map(({ solarDate }) => almanacDay(gregorianDay(solarDate)!).officer.hanja));
    expect(officers.has('破')).toBe(true);
    for (const shunned of '建滿閉') expect(officers.has(shunned)).toBe(false);
  });

  test('want a day of the 용신, and think less of the day pillar itself', () => {
    const { days, people } = auspiciousDays({ occasion: 'opening', ...year, people: [groom] });
    for (const { pillar, wants, blemishes } of days) {
      expect(rulesOf(wants).includes('day_person_yongsin')).toBe(pillar.stem.element === people[0]!.usefulGod);
      expect(rulesOf(blemishes).includes('day_person_bogeum')).toBe(pillar.index === people[0]!.pillars.day.index);
    }
  });
});

test('what cannot be asked is refused with its place', () => {
  const request = { occasion: 'moving', ...year } as const;
  expect(refusal({ ...request, from: '2026-02-30' })).toBe('invalid_date from');
  expect(refusal({ ...request, to: '2026-13-01' })).toBe('invalid_date to');
  expect(refusal({ ...request, to: '2025-12-31' })).toBe('invalid_date to');
  expect(refusal({ ...request, from: '1899-12-31' })).toBe('date_out_of_range from');
  expect(refusal({ ...request, to: '2101-01-29' })).toBe('date_out_of_range to');
  expect(refusal({ ...request, people: [bride, { ...groom, birth: { date: '1988-02-30' } }] })).toBe(
    'invalid_date people.1.birth.date',
  );
});

test('a span from before a birth is refused with the date and the place of who was born last', () => {
  for (const [from, people, place] of [
    ['1980-01-01', [groom, bride], 1],
    ['1990-05-14', [bride, groom], 0],
  ] as const) {
    expect(() => auspiciousDays({ occasion: 'moving', from, to: '1990-06-30', people })).toThrow(
      expect.objectContaining({
        code: 'span_before_birth',
        path: ['from'],
        params: { birth: '1990-05-15', person: `people.${place}` },
      }),
    );
  }
  expect(auspiciousDays({ occasion: 'moving', from: '1990-05-15', to: '1990-05-15', people: [bride] }).from).toBe(
    '1990-05-15',
  );
});
