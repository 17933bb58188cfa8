import { describe, expect, test } from 'vitest';
import { fact } from '../../../../../layers/saju-engine/src/analysis/reason.ts';
import { johu, johuStems } from '../../../../../layers/saju-engine/src/analysis/useful-god/johu.ts';
import { BRANCHES } from '../../../../../layers/saju-engine/src/calendar/branches.ts';
import { ELEMENTS } from '../../../../../layers/saju-engine/src/calendar/elements.ts';
import { STEMS } from '../../../../../layers/saju-engine/src/calendar/stems.ts';
import { sajuOf } from '../hanja-pillars.ts';
import { rules } from '../read-pillars.ts';

const indexOf = (terms: readonly { readonly hanja: string }[], hanja: string) =>
  terms.findIndex(term => term.hanja === hanja);

function cell(day: string, month: string): string {
  return johuStems(indexOf(STEMS, day), indexOf(BRANCHES, month))
    .map(({ hanja }) => hanja)
    .join('');
}

const shares = ELEMENTS.map(({ code }) => fact(`fiveElements.weights.${code}`, 20));

/** 조후 of a chart with so many of 3,300 units of fire or water. */
function johuWith(pillars: string, fire: number, water: number) {
  return johu(sajuOf(pillars), shares, [0, fire, 3300 - fire - water, 0, water], 3300);
}

describe('조후표', () => {
  test('has one to five different stems for each day stem in each month', () => {
    for (let day = 0; day < 10; day++) {
      for (let month = 0; month < 12; month++) {
        const stems = johuStems(day, month);
        expect(stems.length).toBeGreaterThanOrEqual(1);
        expect(stems.length).toBeLessThanOrEqual(5);
        expect(new Set(stems).size).toBe(stems.length);
        for (const stem of stems) expect(STEMS).toContain(stem);
      }
    }
  });

  test.each([
    // 窮通寶鑑: wood of spring wants the sun, of summer water, of autumn metal to carve it (甲) or rain (乙).
    ['甲', '寅', '丙癸'],
    ['甲', '午', '癸庚丁'],
    ['甲', '子', '丁庚丙'],
    ['乙', '巳', '癸'],
    ['乙', '亥', '丙戊'],
    // The sun is reflected by the lake, the fire of 丁 burns on 甲 split by 庚.
    ['丙', '寅', '壬庚'],
    ['丙', '丑', '壬甲'],
    ['丁', '寅', '甲庚'],
    ['丁', '亥', '甲庚'],
    ['戊', '寅', '丙甲癸'],
    ['戊', '子', '丙甲'],
    ['己', '午', '癸丙'],
    // Metal of winter wants fire; 庚 is forged by 丁, 辛 washed by 壬.
    ['庚', '酉', '丁甲丙'],
    ['庚', '丑', '丙丁甲'],
    ['辛', '卯', '壬甲'],
    ['辛', '子', '丙戊壬甲'],
    // Water in flood wants a bank, in summer its spring.
    ['壬', '子', '戊丙'],
    ['壬', '午', '癸庚辛'],
    ['癸', '寅', '辛丙'],
    ['癸', '申', '丁'],
    ['癸', '丑', '丙丁'],
  ])('%s in %s wants %s', (day, month, stems) => {
    expect(cell(day, month)).toBe(stems);
  });

  test('begins with fire for every day stem in 丑 but 丙 and 丁, with water for every one in 午 but 癸', () => {
    const first = (month: string) => STEMS.map(({ hanja }) => cell(hanja, month)[0]).join('');
    expect(first('丑')).toBe('丁丙壬甲丙丙丙丙丙丙');
    expect(first('午')).toBe('癸癸壬壬壬癸壬壬癸庚');
  });
});

describe('조후', () => {
  test('names the first stem of the table, and applies to no month of spring or autumn', () => {
    const spring = johuWith('甲子 丙寅 甲子 甲子', 0, 0);
    expect(spring).toMatchObject({ element: 'fire', applies: false });
    expect(spring.stems.map(({ hanja }) => hanja)).toEqual(['丙', '癸']);
    expect(rules(spring.reasons)).toEqual(['johu_table']);
    for (const month of ['丁卯', '戊辰', '壬申', '癸酉', '甲戌']) {
      expect(johuWith(`甲子 ${month} 甲子 甲子`, 0, 0).applies, month).toBe(false);
    }
  });

  test('is urgent in winter with under 10 % of fire, not with 10 %', () => {
    for (const month of ['乙亥', '丙子', '丁丑']) {
      expect(johuWith(`甲子 ${month} 甲子 甲子`, 329, 330)).toMatchObject({ element: 'fire', applies: true });
      expect(johuWith(`甲子 ${month} 甲子 甲子`, 330, 0)).toMatchObject({ applies: false });
    }
  });

  test('is urgent in summer with under 10 % of water, not with 10 %', () => {
    for (const month of ['己巳', '庚午', '辛未']) {
      expect(johuWith(`甲子 ${month} 甲子 甲子`, 330, 329)).toMatchObject({ element: 'water', applies: true });
      expect(johuWith(`甲子 ${month} 甲子 甲子`, 0, 330)).toMatchObject({ applies: false });
    }
  });

  test('when urgent takes fire or water whatever the table begins with', () => {
    // 丙 in 子 wants 壬 first, and no fire; 丁 in 巳 wants 甲 and 庚.
    expect(johuWith('甲子 丙子 丙寅 甲午', 300, 1000)).toMatchObject({ element: 'fire', applies: true });
    expect(johuWith('甲子 丙子 丙寅 甲午', 330, 1000)).toMatchObject({ element: 'water', applies: false });
    expect(johuWith('甲子 己巳 丁卯 甲午', 1000, 0)).toMatchObject({ element: 'water', applies: true });
    expect(johuWith('甲子 己巳 丁卯 甲午', 1000, 330)).toMatchObject({ element: 'wood', applies: false });
  });
});
