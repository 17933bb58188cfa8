import { type StarTable, starTable } from './star-table.ts';

/**
 * By the month branch 子 … 亥. 천덕 and 천덕합 name a stem in some months and a branch in others. The first six are found in
 * any pillar; the last three are of the day and the hour of birth (일시), and so never of the month itself.
 */
const ROWS = `
  cheondeok 천덕귀인 天德貴人 auspicious samyeong ymdh 巳庚丁申壬辛亥甲癸寅丙乙 Heavenly Virtue Nobleman
  cheondeokhap 천덕합 天德合 auspicious samyeong ymdh 申乙壬巳丁丙寅己戊亥辛庚 Union with Heavenly Virtue
  woldeok 월덕귀인 月德貴人 auspicious samyeong ymdh 壬庚丙甲壬庚丙甲壬庚丙甲 Monthly Virtue Nobleman
  woldeokhap 월덕합 月德合 auspicious samyeong ymdh 丁乙辛己丁乙辛己丁乙辛己 Union with Monthly Virtue
  wolgong 월공 月空 auspicious hyeopgi ymdh 丙甲壬庚丙甲壬庚丙甲壬庚 Monthly Void
  cheonui 천의성 天醫星 auspicious practice ymdh 亥子丑寅卯辰巳午未申酉戌 Heavenly Healer
  hwangeundaesa 황은대사 皇恩大赦 auspicious practice dh 申未戌丑寅巳酉卯子午亥辰 Imperial Pardon
  geupgak 급각살 急脚殺 inauspicious practice dh 丑辰·丑辰·亥子·亥子·亥子·卯未·卯未·卯未·寅戌·寅戌·寅戌·丑辰 Stumbling Leg
  dangyogwan 단교관살 斷橋關殺 inauspicious practice dh 亥子寅卯申丑戌酉辰巳午未 Broken Bridge`;

let table: StarTable | undefined;

/** Stars by the month branch; made when first asked for. */
export function byMonthBranch(): StarTable {
  table ??= starTable('monthBranch', ROWS);
  return table;
}
