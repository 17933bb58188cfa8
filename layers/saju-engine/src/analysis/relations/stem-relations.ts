import { STEMS } from '../../calendar/stems.ts';
import { type PairRelation, pairTable, relationRows } from './relation-tables.ts';

/** 천간합 by 三命通會; four 천간충: 戊己 have none, and 甲戊 and the like are only 극. */
const TABLE = pairTable(
  relationRows(
    `
  cheonganhap 甲己土 乙庚金 丙辛水 丁壬木 戊癸火
  cheonganchung 甲庚 乙辛 丙壬 丁癸`,
    STEMS,
  ),
  STEMS.length,
);

/** Relations of two stems (0 to 9), in either order; shared. */
export function stemRelations(first: number, second: number): readonly PairRelation[] {
  return TABLE[first * STEMS.length + second]!;
}

/** Element (0 wood to 4 water) that a stem (0 to 9) aims at in its 천간합: 甲己土 乙庚金 丙辛水 丁壬木 戊癸火. */
export function hapElement(stem: number): number {
  return ((stem % 5) + 2) % 5;
}
