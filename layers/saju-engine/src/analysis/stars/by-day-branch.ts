import { EITHER_BRANCH_ROWS } from './by-either-branch.ts';
import { type StarTable, starTable } from './star-table.ts';

/** By the day branch 子 … 亥. 격각 is in the hour, 탕화 and 천문성 in the day branch itself. */
const ROWS = `${EITHER_BRANCH_ROWS}
  gwimun 귀문관살 鬼門關殺 inauspicious practice ymdh 酉午未申亥戌丑寅卯子巳辰 Ghost Gate
  gyeokgak 격각살 隔角殺 inauspicious practice h 寅戌·卯亥·辰子·巳丑·午寅·未卯·申辰·酉巳·戌午·亥未·子申·丑酉 Separated Corners
  tanghwa 탕화살 湯火殺 inauspicious practice d -丑寅---午----- Scalding
  cheonmun 천문성 天門星 auspicious practice d ----------戌亥 Gate of Heaven`;

let table: StarTable | undefined;

/** Stars by the day branch; made when first asked for. */
export function byDayBranch(): StarTable {
  table ??= starTable('dayBranch', ROWS);
  return table;
}
