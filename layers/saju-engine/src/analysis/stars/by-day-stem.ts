import type { Options } from '../../options.ts';
import { ruleSet, type StarTable, starTable } from './star-table.ts';

/** By the day stem 甲 … 癸. 협록 asks for both neighbours of 건록. */
const ROWS = `

  cheoneul 천을귀인 天乙貴人 auspicious samyeong ymdh 丑未·子申·亥酉·亥酉·丑未·子申·丑未·寅午·卯巳·卯巳 Heavenly Nobleman
  munchang 문창귀인 文昌貴人 auspicious practice ymdh 巳午申酉申酉亥子寅卯 Literary Nobleman
  mungok 문곡귀인 文曲貴人 auspicious practice ymdh 亥子寅卯寅卯巳午申酉 Artistic Nobleman
  hakdang 학당귀인 學堂貴人 auspicious practice ymdh 亥午寅酉寅酉巳子申卯 Academy Nobleman
  gwangwihakgwan 관귀학관 官貴學館 auspicious practice ymdh 巳巳申申亥亥寅寅申申 Officials' Academy
  taegeuk 태극귀인 太極貴人 auspicious yeonhae ymdh 子午·子午·卯酉·卯酉·辰戌丑未·辰戌丑未·寅亥·寅亥·巳申·巳申 Great Ultimate Nobleman
  geollok 건록 建祿 auspicious samyeong ymdh 寅卯巳午巳午申酉亥子 Stipend
  amnok 암록 暗祿 auspicious practice ymdh 亥戌申未申未巳辰寅丑 Hidden Stipend
  geumyeo 금여 金輿 auspicious samyeong ymdh 辰巳未申未申戌亥丑寅 Golden Carriage
  hyeomnok 협록 夾祿 auspicious practice ymdh 丑+卯·寅+辰·辰+午·巳+未·辰+午·巳+未·未+酉·申+戌·戌+子·亥+丑 Flanked Stipend
  yangin 양인살 羊刃殺 mixed samyeong ymdh 卯辰午未午未酉戌子丑 Goat Blade
  biin 비인살 飛刃殺 inauspicious samyeong ymdh 酉戌子丑子丑卯辰午未 Flying Blade
  hongyeom 홍염살 紅艶殺 mixed practice ymdh 午午寅未辰辰戌酉子申 Red Allure
  yuha 유하살 流霞殺 inauspicious practice ymdh 酉戌未申巳午辰卯亥寅 Flowing Mist
  nakjeonggwan 낙정관살 落井關殺 inauspicious practice ymdh 巳子申戌卯巳子申戌卯 Falling into the Well
  cheonju 천주귀인 天廚貴人 auspicious practice ymdh 巳午巳午申酉亥子寅卯 Heavenly Kitchen Nobleman
  cheongwan 천관귀인 天官貴人 auspicious practice ymdh 未辰巳寅卯酉亥申酉午 Heavenly Office Nobleman
  cheonbok 천복귀인 天福貴人 auspicious practice ymdh 酉申子亥卯寅午巳午巳 Heavenly Blessing Nobleman
  bokseong 복성귀인 福星貴人 auspicious practice ymdh 寅丑子酉申未午巳辰卯 Star of Blessing Nobleman`;

let allStems: StarTable | undefined;
let yangStems: StarTable | undefined;

/** Stars by the day stem, with 양인 and 비인 of all stems or of yang stems only; made when first asked for. */
export function byDayStem({ yangin }: Options): StarTable {
  allStems ??= starTable('dayStem', ROWS);
  if (yangin === 'all') return allStems;
  yangStems ??= withBladesOfYangStems(allStems);
  return yangStems;
}

function withBladesOfYangStems(table: StarTable): StarTable {
  const blades = ruleSet(table, 'yangin', 'biin');
  return { ...table, met: table.met.map((met, index) => (Math.floor(index / 60) & 1 ? met & ~blades : met)) };
}
