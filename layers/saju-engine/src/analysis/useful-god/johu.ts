import { ELEMENTS } from '../../calendar/elements.ts';
import { STEMS, type Stem, stemIndex } from '../../calendar/stems.ts';
import { branchFact, type Fact, reason, rule, stemFact } from '../reason.ts';
import { DAY, MONTH, type Saju } from '../saju.ts';
import type { UsefulGodCandidate } from './useful-god.ts';
import { JOHU } from './useful-god-methods.ts';

/**
 * 조후표 of 窮通寶鑑: the stems that each day stem (甲 to 癸, a row) wants in each month (寅 to 丑), the most wanted first. In five
 * public copies the first stem is the same but for a few cells; the order of the helpers differs between editions.
 */
const TABLE = `
  丙癸 庚丙丁戊己 庚丁壬 癸丁庚 癸庚丁 癸丁庚 庚丁壬 庚丁丙 庚甲丁壬癸 庚丁丙戊 丁庚丙 丁庚丙
  丙癸 丙癸 癸丙戊 癸 癸丙 癸丙 丙癸己 癸丙丁 癸辛 丙戊 丙 丙
  壬庚 壬己 壬甲 壬庚癸 壬庚 壬庚 壬戊 壬癸 甲壬 甲戊庚壬 壬戊己 壬甲
  甲庚 庚甲 甲庚 甲庚 壬庚癸 甲壬庚 甲庚丙戊 甲庚丙戊 甲庚戊 甲庚 甲庚 甲庚
  丙甲癸 丙甲癸 甲丙癸 甲丙癸 壬甲丙 癸丙甲 丙癸甲 丙癸 甲丙癸 甲丙 丙甲 丙甲
  丙庚甲 甲癸丙 丙癸甲 癸丙 癸丙 癸丙 丙癸 丙癸 甲丙癸 丙甲戊 丙甲戊 丙甲戊
  戊甲壬丙丁 丁甲庚丙 甲丁壬癸 壬戊丙丁 壬癸 丁甲 丁甲 丁甲丙 甲壬 丁丙 丁甲丙 丙丁甲
  己壬庚 壬甲 壬甲 壬甲癸 壬己癸 壬庚甲 壬甲戊 壬甲 壬甲 壬丙 丙戊壬甲 丙壬戊己
  庚丙戊 戊辛庚 甲庚 壬辛庚癸 癸庚辛 辛甲 戊丁 甲庚 甲丙 戊丙庚 戊丙 丙丁甲
  辛丙 庚辛 丙辛甲 辛 庚辛壬癸 庚辛壬癸 丁 辛丙 辛甲壬癸 庚辛戊丁 丙辛 丙丁`;

const ROWS = TABLE.trim()
  .split('\n')
  .map(row => row.trim().split(' '));

/** By 12 × day stem + month branch; each made when first met: whoever imports the engine need not wait for all 120. */
const made: (readonly Stem[] | undefined)[] = new Array(10 * 12).fill(undefined);

const BY_TABLE = rule('johu_table', 'gungtong');
/** Ours: the book gives no number for what is too cold or too hot. */
const URGENT = rule('johu_urgent', 'heal7');
const NOT_URGENT = rule('johu_not_urgent', 'heal7');
/** Of the weights, below which fire in winter or water in summer is too little: one tenth. */
export const TOO_LITTLE = 10;

const FIRE = 1;
const WATER = 4;
/** The element that each month branch (子 first) may be in need of: fire in 亥子丑, water in 巳午未. */
const NEEDED = [FIRE, FIRE, -1, -1, -1, WATER, WATER, WATER, -1, -1, -1, FIRE];

/**
 * The stems of 조후표 for a day stem (0 to 9) in a month (branch 0 to 11), the most wanted first; shared and frozen.
 */
export function johuStems(dayStem: number, monthBranch: number): readonly Stem[] {
  const key = 12 * dayStem + monthBranch;
  // Rows begin with the month of 寅.
  made[key] ??= Object.freeze([...ROWS[dayStem]![(monthBranch + 10) % 12]!].map(hanja => STEMS[stemIndex(hanja)]!));
  return made[key];
}

/**
 * 조후: the first stem of the table. It is urgent, and may be recommended, where a winter month (亥子丑) has under 10 % of fire or
 * a summer month (巳午未) under 10 % of water: then it is that element, whether the table begins with it or not.
 * @param shares of the five elements in the weights, as facts
 * @param units of each element, of `total`
 */
export function johu(saju: Saju, shares: readonly Fact[], units: readonly number[], total: number): UsefulGodCandidate {
  const { branches, dayStem } = saju;
  const branch = branches[MONTH]!;
  const stems = johuStems(dayStem, branch);
  const month = branchFact(saju, MONTH);
  const listed = reason(BY_TABLE, [stemFact(saju, DAY), month]);
  const needed = NEEDED[branch]!;
  const urgent = needed >= 0 && units[needed]! * TOO_LITTLE < total;
  return {
    method: JOHU,
    element: urgent ? ELEMENTS[needed]!.code : stems[0]!.element,
    stems,
    applies: urgent,
    reasons: needed < 0 ? [listed] : [reason(urgent ? URGENT : NOT_URGENT, [month, shares[needed]!]), listed],
  };
}
