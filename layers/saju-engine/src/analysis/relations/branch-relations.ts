import { BRANCHES } from '../../calendar/branches.ts';
import type { Options } from '../../options.ts';
import { type PairRelation, pairTable, relationRows } from './relation-tables.ts';

/**
 * Relations of two branches. Schools differ in these: 반합 is with the 왕지 (子 卯 午 酉), the other two of a 삼합 are 공합; 午未 is
 * fire (`omiHap`); 암합 are 정기 in 천간합 where no other 합 is. 귀문 is 원진 but for two pairs: 子酉 for 子未, 寅未 for 寅酉.
 */
const ROWS = `
  yukhap 子丑土 寅亥木 卯戌火 辰酉金 巳申水 午未火
  banhap 申子水 子辰水 巳酉金 酉丑金 寅午火 午戌火 亥卯木 卯未木
  gonghap 申辰 巳丑 寅戌 亥未
  chung 子午 丑未 寅申 卯酉 辰戌 巳亥
  hyeong:mueun 寅巳 巳申 寅申
  hyeong:jise 丑戌 戌未 丑未
  hyeong:murye 子卯
  hyeong:jahyeong 辰辰 午午 酉酉 亥亥
  pa 子酉 丑辰 寅亥 卯午 巳申 未戌
  hae 子未 丑午 寅巳 卯辰 申亥 酉戌
  wonjin 子未 丑午 寅酉 卯申 辰亥 巳戌
  gwimun 子酉 丑午 寅未 卯申 辰亥 巳戌
  amhap 卯申 午亥 寅丑 寅未 子戌`;

const tableOf = (omiHap: Options['omiHap']): readonly (readonly PairRelation[])[] =>
  pairTable(
    relationRows(ROWS, BRANCHES).map(row =>
      row.kind.code === 'yukhap' && row.members[0] === 6
        ? Object.freeze({ ...row, element: omiHap === 'none' ? null : omiHap })
        : row,
    ),
    BRANCHES.length,
  );

/** By option, each made when first asked for: nearly all charts use one of the three. */
const tables: Partial<Record<Options['omiHap'], readonly (readonly PairRelation[])[]>> = {};

/** Relations of two branches (0 to 11), in either order; shared. */
export function branchRelations(first: number, second: number, omiHap: Options['omiHap']): readonly PairRelation[] {
  tables[omiHap] ??= tableOf(omiHap);
  return tables[omiHap][first * BRANCHES.length + second]!;
}

/** Whether two branches (0 to 11) are in 육합: their indices sum to 1 (子丑) or 13. */
export function isYukhap(first: number, second: number): boolean {
  return (first + second) % 12 === 1;
}

/** Whether two branches (0 to 11) are in 충: they stand opposite. */
export function isChung(first: number, second: number): boolean {
  return Math.abs(first - second) === 6;
}
