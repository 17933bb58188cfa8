import { EITHER_BRANCH_ROWS } from './by-either-branch.ts';
import { type StarTable, starTable } from './star-table.ts';

/** By the year branch 子 … 亥. */
const ROWS = `${EITHER_BRANCH_ROWS}
  gosin 고신살 孤辰殺 inauspicious samyeong ymdh 寅寅巳巳巳申申申亥亥亥寅 Solitude
  gwasuk 과숙살 寡宿殺 inauspicious samyeong ymdh 戌戌丑丑丑辰辰辰未未未戌 Widowhood
  hongnan 홍란 紅鸞 auspicious practice ymdh 卯寅丑子亥戌酉申未午巳辰 Red Phoenix
  cheonhui 천희 天喜 auspicious practice ymdh 酉申未午巳辰卯寅丑子亥戌 Heavenly Joy
  sangmun 상문살 喪門殺 inauspicious samyeong ymdh 寅卯辰巳午未申酉戌亥子丑 Mourning Gate
  jogaek 조객살 弔客殺 inauspicious samyeong ymdh 戌亥子丑寅卯辰巳午未申酉 Condoler
  byeongbu 병부살 病符殺 inauspicious samyeong ymdh 亥子丑寅卯辰巳午未申酉戌 Sickness Tally`;

let table: StarTable | undefined;

/** Stars by the year branch; made when first asked for. */
export function byYearBranch(): StarTable {
  table ??= starTable('yearBranch', ROWS);
  return table;
}
