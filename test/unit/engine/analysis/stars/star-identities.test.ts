import { describe, expect, test } from 'vitest';
import { MAIN_STEM } from '../../../../../layers/saju-engine/src/analysis/hidden-stems.ts';
import type { StarBase } from '../../../../../layers/saju-engine/src/analysis/stars/star.ts';
import { allStarRules } from '../../../../../layers/saju-engine/src/analysis/stars/stars.ts';
import { tenGodIndex } from '../../../../../layers/saju-engine/src/analysis/ten-gods.ts';
import { TWELVE_SINSAL, twelveSinsalIndex } from '../../../../../layers/saju-engine/src/analysis/twelve-sinsal.ts';
import { stage } from '../../../../../layers/saju-engine/src/analysis/twelve-stages.ts';
import { voidBranches } from '../../../../../layers/saju-engine/src/analysis/void-branches.ts';
import { BRANCHES } from '../../../../../layers/saju-engine/src/calendar/branches.ts';
import { GAPJA, hourGapja } from '../../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { STEMS } from '../../../../../layers/saju-engine/src/calendar/stems.ts';

const STAR_RULES = allStarRules();

/** What the tables of the stars must hold by the principles they were made on. */

const cells = (code: string, base?: StarBase) =>
  STAR_RULES.find(rule => rule.code === code && (base ?? rule.base) === rule.base)!.cells;
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];
const branchAt = (index: number) => branches[(index + 24) % 12]!;
const next = (branch: string, steps: number) => branchAt(branches.indexOf(branch) + steps);
const opposite = (branch: string) => next(branch, 6);
/** 육합: 子丑 寅亥 卯戌 辰酉 巳申 午未. */
const united = (branch: string) => branchAt(1 - branches.indexOf(branch));
/** 천간합: 甲己 乙庚 丙辛 丁壬 戊癸. */
const stemUnited = (stem: string) => stems[(stems.indexOf(stem) + 5) % 10]!;
const unitedOf = (hanja: string) => (stems.includes(hanja) ? stemUnited(hanja) : united(hanja));

/** Branch at which a stem is at a stage. */
function branchOfStage(stem: number, code: string, earthStages: 'hwato' | 'suto' = 'hwato'): string {
  return BRANCHES.find((_, branch) => stage(stem, branch, { yinStages: 'reverse', earthStages }).code === code)!.hanja;
}
const prime = (stem: number) => branchOfStage(stem, 'geollok');
/** Stem that is a ten god (index) to the day stem. */
const stemOfGod = (dayStem: number, god: number) => stems.findIndex((_, stem) => tenGodIndex(dayStem, stem) === god);
const SIKSIN = 2;
const PYEONGWAN = 6;
const JEONGGWAN = 7;
const forStems = (of: (stem: number) => string) => stems.map((_, stem) => of(stem));
const forBranches = (of: (branch: number) => string) => branches.map((_, branch) => of(branch));
const pairs = (is: (pair: number, stem: number, branch: number) => boolean) =>
  GAPJA.filter(({ index }) => is(index, index % 10, index % 12)).map(({ hanja }) => hanja);
const element = (branch: number) => MAIN_STEM[branch]! >> 1;

describe('by the day stem', () => {
  test('건록 is the stage 건록', () => {
    expect(cells('geollok')).toEqual(forStems(prime));
  });

  test('암록 is in 육합 with 건록', () => {
    expect(cells('amnok')).toEqual(cells('geollok').map(united));
  });

  test('금여 is two branches past 건록', () => {
    expect(cells('geumyeo')).toEqual(cells('geollok').map(branch => next(branch, 2)));
  });

  test('협록 is the branches on both sides of 건록', () => {
    expect(cells('hyeomnok')).toEqual(cells('geollok').map(branch => `${next(branch, -1)}+${next(branch, 1)}`));
  });

  test('양인 is the branch after 건록, and the stage 제왕 of yang stems', () => {
    expect(cells('yangin')).toEqual(cells('geollok').map(branch => next(branch, 1)));
    for (const stem of [0, 2, 4, 6, 8]) expect(cells('yangin')[stem]).toBe(branchOfStage(stem, 'jewang'));
  });

  test('비인 is opposite to 양인', () => {
    expect(cells('biin')).toEqual(cells('yangin').map(opposite));
  });

  test('학당귀인 is the stage 장생', () => {
    expect(cells('hakdang')).toEqual(forStems(stem => branchOfStage(stem, 'jangsaeng')));
  });

  test('관귀학관 is the 장생 of the 편관 of yang stems, with earth born as water', () => {
    const yang = (stem: number) => stem & ~1;
    expect(cells('gwangwihakgwan')).toEqual(
      forStems(stem => branchOfStage(stemOfGod(yang(stem), PYEONGWAN), 'jangsaeng', 'suto')),
    );
  });

  test('천주귀인 is the 건록 of 식신', () => {
    expect(cells('cheonju')).toEqual(forStems(stem => prime(stemOfGod(stem, SIKSIN))));
  });

  test('문창귀인 is 천주귀인, with fire as earth', () => {
    expect(cells('munchang')).toEqual(forStems(stem => cells('cheonju')[stem === 2 || stem === 3 ? stem + 2 : stem]!));
  });

  test('문곡귀인 is opposite to 문창귀인', () => {
    expect(cells('mungok')).toEqual(cells('munchang').map(opposite));
  });

  test('천복귀인 is the 건록 of 정관', () => {
    expect(cells('cheonbok')).toEqual(forStems(stem => prime(stemOfGod(stem, JEONGGWAN))));
  });

  test('천관귀인 is the branch to which 오호둔 gives 정관, but for 己', () => {
    const first = (stem: number) => {
      const months = Array.from({ length: 12 }, (_, month) => (12 * (stem % 5) + 2 + month) % 60);
      return branchAt(months.find(pair => pair % 10 === stemOfGod(stem, JEONGGWAN))! % 12);
    };
    expect(cells('cheongwan').filter((_, stem) => stem !== 5)).toEqual(forStems(first).filter((_, stem) => stem !== 5));
    expect(cells('cheongwan')[5]).toBe('酉');
  });

  test('복성귀인 is the first hour to which 오서둔 gives 식신', () => {
    const hours = (stem: number) => Array.from({ length: 12 }, (_, hour) => hourGapja(stem, hour));
    expect(cells('bokseong')).toEqual(
      forStems(stem => branchAt(hours(stem).find(pair => pair % 10 === stemOfGod(stem, SIKSIN))! % 12)),
    );
  });

  test('천을귀인 is where the united stem falls when the stems go forward from 子 and backward from 申', () => {
    // 陽貴 and 陰貴 of 삼명통회: 辰 and 戌, the branch opposite to the first, and on return the first itself are passed over.
    const forward = [...'子丑寅卯巳未申酉亥丑'];
    const backward = [...'申未午巳卯丑子亥酉未'];
    for (const [n, stem] of stems.entries()) {
      const nobles = [...cells('cheoneul')[stems.indexOf(stemUnited(stem))]!];
      expect(nobles.sort(), stem).toEqual([forward[n]!, backward[n]!].sort());
    }
  });

  test('낙정관살 is of the united stems alike', () => {
    expect(cells('nakjeonggwan')).toEqual(forStems(stem => '巳子申戌卯'[stem % 5]!));
  });

  test('태극귀인 is of the elements alike', () => {
    expect(cells('taegeuk')).toEqual(forStems(stem => '子午 卯酉 辰戌丑未 寅亥 巳申'.split(' ')[stem >> 1]!));
  });
});

describe('by the month branch', () => {
  /** Yang stem of the element of the branch's 삼합: 申子辰 壬, 巳酉丑 庚, 寅午戌 丙, 亥卯未 甲. */
  const groupStem = (branch: number) => '壬庚丙甲'[branch % 4]!;

  test('천덕귀인 is 월덕 in last months, the stem after it in first months, and the branch five ahead in middle months', () => {
    const stemAfter = (stem: string) => stems[stems.indexOf(stem) + 1]!;
    const byMonth = [
      (branch: number) => branchAt(branch + 5),
      groupStem,
      (branch: number) => stemAfter(groupStem(branch)),
    ];
    expect(cells('cheondeok')).toEqual(forBranches(branch => byMonth[branch % 3]!(branch)));
  });

  test('천덕합 is in 합 with 천덕귀인', () => {
    expect(cells('cheondeokhap')).toEqual(cells('cheondeok').map(unitedOf));
  });

  test('월덕귀인 is the yang stem of the month’s 삼합', () => {
    expect(cells('woldeok')).toEqual(forBranches(groupStem));
  });

  test('월덕합 is in 합 with 월덕귀인', () => {
    expect(cells('woldeokhap')).toEqual(cells('woldeok').map(stemUnited));
  });

  test('월공 is in 충 with 월덕귀인', () => {
    const opposed: Readonly<Record<string, string>> = { 甲: '庚', 庚: '甲', 丙: '壬', 壬: '丙' };
    expect(cells('wolgong')).toEqual(cells('woldeok').map(stem => opposed[stem]!));
  });

  test('천의성 is the branch before', () => {
    expect(cells('cheonui')).toEqual(forBranches(branch => branchAt(branch - 1)));
  });

  test('급각살 is of the seasons 亥子丑 寅卯辰 巳午未 申酉戌', () => {
    const season = (branch: number) => Math.floor(((branch + 1) % 12) / 3);
    expect(cells('geupgak')).toEqual(forBranches(branch => ['丑辰', '亥子', '卯未', '寅戌'][season(branch)]!));
  });

  test('황은대사 and 단교관살 go through all twelve branches', () => {
    for (const code of ['hwangeundaesa', 'dangyogwan']) expect([...cells(code)].sort()).toEqual([...branches].sort());
  });
});

describe('by the year or the day branch', () => {
  test('도화 역마 화개 장성 수옥 are five of the 12신살, by both bases', () => {
    const names = { dohwa: 'yeonsal', yeokma: 'yeokma', hwagae: 'hwagae', jangseong: 'jangseong', suok: 'jaesal' };
    for (const [code, sinsal] of Object.entries(names)) {
      const index = TWELVE_SINSAL.findIndex(term => term.code === sinsal);
      const expected = forBranches(base => branches.find((_, branch) => twelveSinsalIndex(base, branch) === index)!);
      expect(cells(code, 'yearBranch'), code).toEqual(expected);
      expect(cells(code, 'dayBranch'), code).toEqual(expected);
    }
  });

  test('장성 is the middle and 화개 the end of the 삼합, 도화 its stage 목욕 and 역마 opposite to its beginning', () => {
    expect(cells('jangseong').join('')).toBe('子酉午卯'.repeat(3));
    expect(cells('hwagae')).toEqual(cells('jangseong').map(branch => next(branch, 4)));
    expect(cells('yeokma')).toEqual(cells('jangseong').map(branch => opposite(next(branch, -4))));
    expect(cells('dohwa')).toEqual(cells('jangseong').map(branch => next(branch, -3)));
    expect(cells('suok')).toEqual(cells('jangseong').map(opposite));
  });

  test('원진살 is beside the opposite branch: after it for yang branches, before it for yin branches', () => {
    const beside = forBranches(branch => branchAt(branch + 6 + (branch % 2 === 0 ? 1 : -1)));
    expect(cells('wonjin', 'yearBranch')).toEqual(beside);
    expect(cells('wonjin', 'dayBranch')).toEqual(beside);
  });

  test('귀문관살 is 원진살, but for 子酉 and 寅未', () => {
    const pairs: Readonly<Record<string, string>> = { 子: '酉', 酉: '子', 寅: '未', 未: '寅' };
    expect(cells('gwimun')).toEqual(cells('wonjin').map((wonjin, branch) => pairs[branches[branch]!] ?? wonjin));
  });

  test('고신 is the branch after the year’s 방합, 과숙 the one before', () => {
    const firstOf = (branch: number) => Math.floor(((branch + 10) % 12) / 3) * 3 + 2;
    expect(cells('gosin')).toEqual(forBranches(branch => branchAt(firstOf(branch) + 3)));
    expect(cells('gwasuk')).toEqual(forBranches(branch => branchAt(firstOf(branch) - 1)));
  });

  test('홍란 goes backward from 卯, and 천희 is opposite to it', () => {
    expect(cells('hongnan')).toEqual(forBranches(branch => branchAt(3 - branch)));
    expect(cells('cheonhui')).toEqual(cells('hongnan').map(opposite));
  });

  test('상문 is two branches ahead, 조객 two and 병부 one behind', () => {
    expect(cells('sangmun')).toEqual(forBranches(branch => branchAt(branch + 2)));
    expect(cells('jogaek')).toEqual(forBranches(branch => branchAt(branch - 2)));
    expect(cells('byeongbu')).toEqual(forBranches(branch => branchAt(branch - 1)));
  });

  test('격각 is two branches ahead or behind', () => {
    expect(cells('gyeokgak').map(cell => [...cell])).toEqual(
      branches.map((_, branch) => [branchAt(branch + 2), branchAt(branch - 2)]),
    );
  });

  test('탕화 is of 寅 午 丑 and 천문성 of 戌 亥, by themselves', () => {
    expect(cells('tanghwa')).toEqual(branches.map(branch => ('寅午丑'.includes(branch) ? branch : '-')));
    expect(cells('cheonmun')).toEqual(branches.map(branch => ('戌亥'.includes(branch) ? branch : '-')));
  });
});

describe('by pillar', () => {
  const sorted = (code: string) => pairs(index => cells(code).includes(GAPJA[index]!.hanja));

  test('every pair is one of the sixty, named once', () => {
    for (const { code, base, cells: own } of STAR_RULES) {
      if (base !== 'pillar') continue;
      expect(sorted(code), code).toHaveLength(own.length);
      expect(new Set(own).size, code).toBe(own.length);
    }
  });

  test('괴강 is 庚 壬 戊 with 辰 or 戌, but for 壬戌 and 戊辰', () => {
    expect(sorted('goegang')).toEqual(
      pairs((_, stem, branch) => [4, 6, 8].includes(stem) && [4, 10].includes(branch)).filter(
        hanja => hanja !== '壬戌' && hanja !== '戊辰',
      ),
    );
  });

  test('백호대살 stands in the middle of nine palaces: every ninth pair from 戊辰 on', () => {
    expect(sorted('baekho')).toEqual(pairs(pair => pair % 9 === 4));
  });

  test('음양차착살 is the last three of each fifteen pairs, and 진신 the first', () => {
    expect(sorted('eumyangchachak')).toEqual(pairs(pair => pair % 15 >= 12));
    expect(sorted('jinsin')).toEqual(pairs(pair => pair % 15 === 0));
  });

  test('십악대패살 is where 건록 is void', () => {
    const voided = (pair: number) => voidBranches(pair).some(({ hanja }) => hanja === prime(pair % 10));
    expect(sorted('sibakdaepae')).toEqual(pairs(voided));
  });

  test('효신살 sits on the element that bears it', () => {
    expect(sorted('hyosin')).toEqual(pairs((_, stem, branch) => (element(branch) + 1) % 5 === stem >> 1));
  });

  test('간여지동 sits on its own element', () => {
    expect(sorted('ganyeojidong')).toEqual(pairs((_, stem, branch) => element(branch) === stem >> 1));
  });

  test('일귀 sits on its 천을귀인', () => {
    expect(sorted('ilgwi')).toEqual(pairs((pair, stem) => cells('cheoneul')[stem]!.includes(branches[pair % 12]!)));
  });

  test('일덕 is 甲 on its 건록 and the other yang stems on 辰 and 戌', () => {
    expect(sorted('ildeok').join()).toBe('戊辰,庚辰,甲寅,丙辰,壬戌');
  });

  test('육수 is the pairs of fire and earth on 午 and 未, and 戊子 己丑', () => {
    const onSouth = (stem: number, branch: number) => [2, 3, 4, 5].includes(stem) && [6, 7].includes(branch);
    expect(sorted('yuksu')).toEqual(
      pairs((_, stem, branch) => onSouth(stem, branch) || (stem === 4 && branch === 0) || (stem === 5 && branch === 1)),
    );
  });

  test('금신 is the 巳酉丑 of the first ten pairs', () => {
    expect(sorted('geumsin')).toEqual(pairs((pair, _, branch) => pair < 10 && [5, 9, 1].includes(branch)));
  });

  test('고란살 is 甲寅 乙巳 丁巳 戊申 辛亥', () => {
    expect(sorted('goran').join()).toBe('乙巳,戊申,辛亥,甲寅,丁巳');
  });
});

test('the letters that these identities are written in are those of the engine', () => {
  expect(stems).toEqual(STEMS.map(({ hanja }) => hanja));
  expect(branches).toEqual(BRANCHES.map(({ hanja }) => hanja));
});
