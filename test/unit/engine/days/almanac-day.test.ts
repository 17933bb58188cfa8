import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factAt } from '../../../../layers/saju-engine/src/analysis/reason.ts';
import { FIRST_DAY, LAST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import { TERM_INSTANTS, termSerial } from '../../../../layers/saju-engine/src/calendar/solar-terms.ts';
import { type AlmanacDay, almanacDay } from '../../../../layers/saju-engine/src/days/almanac-day.ts';
import { DAY_STARS } from '../../../../layers/saju-engine/src/days/day-stars.ts';
import { MARRIAGE_JUDANG, MOVING_JUDANG } from '../../../../layers/saju-engine/src/days/judang.ts';
import { MANSIONS } from '../../../../layers/saju-engine/src/days/mansions.ts';
import { OFFICERS } from '../../../../layers/saju-engine/src/days/officers.ts';
import { PATH_SPIRITS } from '../../../../layers/saju-engine/src/days/yellow-path.ts';
import { SajuError } from '../../../../layers/saju-engine/src/errors.ts';
import { EPOCH_DAY } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { gregorianDay } from '../../../../layers/saju-engine/src/time/iso-fields.ts';

const on = (date: string): AlmanacDay => almanacDay(gregorianDay(date)!);
const starsOf = ({ stars }: AlmanacDay): string[] => stars.map(({ code }) => code);
const days = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

/** Day number in Korea (UTC+9) of a solar term. */
const termDay = (year: number, index: number): number =>
  EPOCH_DAY + Math.floor((TERM_INSTANTS[termSerial(year, index)]! + 9 * 3600) / 86_400);

describe('the almanac of a date', () => {
  test('has the whole date of 입춘 in the new year and month', () => {
    // 입춘 2024 is at 17:27 of the 4th.
    const pillars = ({ pillars: { year, month } }: AlmanacDay) => `${year.hanja} ${month.hanja}`;
    expect(pillars(on('2024-02-03'))).toBe('癸卯 乙丑');
    expect(pillars(on('2024-02-04'))).toBe('甲辰 丙寅');
  });

  test('repeats the officer of the eve at each 절 and moves on by one on every other date', () => {
    const jeol = new Set<number>();
    for (let year = 1900; year <= 2101; year++) for (let n = 0; n < 24; n += 2) jeol.add(termDay(year, n));
    let before = OFFICERS.indexOf(almanacDay(FIRST_DAY).officer);
    let repeated = 0;
    for (let day = FIRST_DAY + 1; day <= LAST_DAY; day++) {
      const officer = OFFICERS.indexOf(almanacDay(day).officer);
      expect((officer - before + 12) % 12).toBe(jeol.has(day) ? 0 : 1);
      if (officer === before) repeated++;
      before = officer;
    }
    // 201 years from 소한 1900, and January of 2101.
    expect(repeated).toBe(12 * 201 + 1);
  });

  test('has 角 on Thursdays, and the mansions in turn without a break', () => {
    fc.assert(
      fc.property(days, day => {
        const { index, hanja } = almanacDay(day).mansion;
        expect(MANSIONS[index]!.hanja).toBe(hanja);
        // Day numbers divisible by 7 are Mondays.
        expect(day % 7).toBe((index + 3) % 7);
        if (day < LAST_DAY) expect(almanacDay(day + 1).mansion.index).toBe((index + 1) % 28);
      }),
    );
    expect(on('2024-01-01').mansion.hanja).toBe('畢');
  });

  test('has of all 73,442 dates what its tables have', () => {
    const known = new Set<unknown>([
      ...OFFICERS,
      ...PATH_SPIRITS,
      ...MANSIONS,
      ...MARRIAGE_JUDANG,
      ...MOVING_JUDANG,
      ...DAY_STARS,
    ]);
    const met = new Set<unknown>();
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const { officer, path, mansion, judang, stars, son, pillars } = almanacDay(day);
      for (const term of [officer, path, mansion, judang.marriage, judang.moving, ...stars]) met.add(term);
      if (son.isFree !== (son.direction === null)) throw new Error(`${day}: 손`);
      if (pillars.month.index % 2 !== (pillars.month.branch.polarity === 'yin' ? 1 : 0))
        throw new Error(`${day}: month`);
    }
    expect(met).toEqual(known);
  });

  test('reads back by paths, as reasons cite it', () => {
    const day = on('2024-01-01');
    expect(factAt(day, 'officer')).toBe('geon');
    expect(factAt(day, 'path.isYellow')).toBe(true);
    expect(factAt(day, 'pillars.day.branch')).toBe('ja');
    expect(factAt(day, 'judang.moving')).toBe('jae');
    expect(factAt(day, 'son.isFree')).toBe(true);
  });

  test('refuses a date out of range', () => {
    expect(() => almanacDay(LAST_DAY + 1)).toThrow(SajuError);
    expect(() => almanacDay(FIRST_DAY - 1)).toThrow(SajuError);
  });

  test('says where the lunar date is uncertain', () => {
    expect(on('2074-08-23').uncertain).toBe(true);
    expect('uncertain' in on('2024-08-23')).toBe(false);
  });
});

describe('the stars of a date', () => {
  test('복단 are the branches of the day with their mansions, which weekdays show too', () => {
    // Each mansion is of one weekday, so that 복단 of a branch is: by a list that a Korean page published, Sunday first.
    const weekdays = ['子巳', '未', '寅酉', '辰亥', '丑午', '申', '卯戌'];
    let found = 0;
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const { stars, pillars } = almanacDay(day);
      if (!stars.some(({ code }) => code === 'bokdan')) continue;
      found++;
      expect(weekdays[(day + 1) % 7]).toContain(pillars.day.branch.hanja);
    }
    // A branch and a mansion that meet at all meet once in 84 days; all these twelve pairs do.
    expect(found / (LAST_DAY - FIRST_DAY + 1)).toBeCloseTo(12 / 84, 3);
  });

  test('사리 and 사절 are the eves of the terms that part and end the seasons', () => {
    for (let year = 1950; year < 1960; year++) {
      for (let index = 0; index < 24; index++) {
        const stars = starsOf(almanacDay(termDay(year, index) - 1));
        expect(stars.includes('sari')).toBe([5, 11, 17, 23].includes(index));
        expect(stars.includes('sajeol')).toBe([2, 8, 14, 20].includes(index));
      }
    }
  });

  test('월기 are the 5th, 14th and 23rd of the lunar month, 월파 the days of 파', () => {
    fc.assert(
      fc.property(days, number => {
        const day = almanacDay(number);
        expect(starsOf(day).includes('wolgi')).toBe([5, 14, 23].includes(day.lunarDate.day));
        expect(starsOf(day).includes('wolpa')).toBe(day.officer.code === 'pa');
      }),
    );
  });

  test('천사, 천은, 하괴 and the 덕 are where the tables have them', () => {
    // 丙寅 month: 천덕 丁, 월덕 丙, 천덕합 壬, 월덕합 辛, 천강 巳, 하괴 亥, 수사 戌, 천적 辰, 피마 子, 홍사 酉.
    const month = Array.from({ length: 29 }, (_, n) => almanacDay(gregorianDay('2024-02-05')! + n));
    const pairsOf = (code: string) =>
      month.filter(day => starsOf(day).includes(code)).map(({ pillars }) => pillars.day.hanja);
    // 戊寅 comes in the month after, which is of spring too; 甲子, winter's, came in this.
    expect(pairsOf('cheonsa')).toEqual([]);
    expect(starsOf(on('2024-03-15'))).toContain('cheonsa');
    expect(pairsOf('cheoneun')).toEqual(['己酉', '庚戌', '辛亥', '壬子', '癸丑', '甲子', '乙丑', '丙寅', '丁卯']);
    expect(pairsOf('cheondeok')).toEqual(['丁未', '丁巳', '丁卯']);
    expect(pairsOf('woldeok')).toEqual(['丙午', '丙辰', '丙寅']);
    expect(pairsOf('cheondeokhap')).toEqual(['壬寅', '壬子', '壬戌']);
    expect(pairsOf('woldeokhap')).toEqual(['辛丑', '辛亥', '辛酉']);
    expect(pairsOf('cheongang')).toEqual(['乙巳', '丁巳']);
    expect(pairsOf('hagoe')).toEqual(['己亥', '辛亥', '癸亥']);
    expect(pairsOf('susa')).toEqual(['庚戌', '壬戌']);
    expect(pairsOf('cheonjeok')).toEqual(['甲辰', '丙辰']);
    expect(pairsOf('pima')).toEqual(['庚子', '壬子', '甲子']);
    expect(pairsOf('hongsa')).toEqual(['己酉', '辛酉']);
  });
});

describe('주당', () => {
  test('goes forward from 夫 and 安 in a long month, back from 婦 and from 天 in a short one', () => {
    // Lunar 2024-01 has 29 days from 2024-02-10, lunar 2024-02 30 from 2024-03-10.
    const places = (from: string) =>
      Array.from({ length: 9 }, (_, n) => almanacDay(gregorianDay(from)! + n).judang).map(
        ({ marriage, moving }) => marriage.hanja + moving.hanja,
      );
    expect(places('2024-02-10').join(' ')).toBe('婦天 竈利 第安 翁災 堂師 姑富 夫殺 廚害 婦天');
    expect(places('2024-03-10').join(' ')).toBe('夫安 姑利 堂天 翁害 第殺 竈富 婦師 廚災 夫安');
  });
});

test('대장군방 and 삼살방 are those that a Korean page published for the twelve years', () => {
  const published: [string, string, string][] = [
    ['亥子丑', 'daejanggun', 'west'],
    ['寅卯辰', 'daejanggun', 'north'],
    ['巳午未', 'daejanggun', 'east'],
    ['申酉戌', 'daejanggun', 'south'],
    ['亥卯未', 'samsal', 'west'],
    ['寅午戌', 'samsal', 'north'],
    ['巳酉丑', 'samsal', 'east'],
    ['申子辰', 'samsal', 'south'],
  ];
  for (let year = 2020; year < 2032; year++) {
    const { pillars, directions } = on(`${year}-06-01`);
    for (const [branches, name, direction] of published) {
      if (!branches.includes(pillars.year.branch.hanja)) continue;
      expect([year, name, directions[name as 'daejanggun' | 'samsal'].code]).toEqual([year, name, direction]);
    }
  }
});
