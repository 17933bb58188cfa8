import { gapjaIndex } from '../../calendar/sexagenary.ts';
import type { Options } from '../../options.ts';
import { pairTable, ruleSet, type StarTable } from './star-table.ts';

/** Pairs that are stars by themselves: 괴강 and 백호 in any pillar, 금신 in the day or the hour, the others in the day. */
const ROWS = `
  goegang 괴강살 魁罡殺 mixed samyeong ymdh 庚辰庚戌壬辰戊戌 Commanding Star
  baekho 백호대살 白虎大殺 inauspicious practice ymdh 甲辰乙未丙戌丁丑戊辰壬戌癸丑 White Tiger
  goran 고란살 孤鸞殺 inauspicious practice d 甲寅乙巳丁巳戊申辛亥 Lonely Phoenix
  eumyangchachak 음양차착살 陰陽差錯殺 inauspicious practice d 丙子丙午丁丑丁未戊寅戊申辛卯辛酉壬辰壬戌癸巳癸亥 Yin-Yang Mismatch
  sibakdaepae 십악대패살 十惡大敗殺 inauspicious samyeong d 甲辰乙巳丙申丁亥戊戌己丑庚辰辛巳壬申癸亥 Ten Great Defeats
  hyosin 효신살 梟神殺 inauspicious practice d 甲子乙亥丙寅丁卯戊午己巳庚辰庚戌辛丑辛未壬申癸酉 Owl Spirit
  ildeok 일덕 日德 auspicious samyeong d 甲寅丙辰戊辰庚辰壬戌 Day Virtue
  ilgwi 일귀 日貴 auspicious samyeong d 丁酉丁亥癸巳癸卯 Day Nobility
  yuksu 육수 六秀 mixed practice d 丙午丁未戊子戊午己丑己未 Six Elegances
  jinsin 진신 進神 auspicious samyeong d 甲子甲午己卯己酉 Advancing Spirit
  ganyeojidong 간여지동 干與支同 mixed practice d 甲寅乙卯丙午丁巳戊辰戊戌己丑己未庚申辛酉壬子癸亥 Stem and Branch Alike
  geumsin 금신 金神 mixed samyeong dh 乙丑己巳癸酉 Metal Spirit`;

const IMSUL = gapjaIndex(8, 10);

let fourGoegang: StarTable | undefined;
let fiveGoegang: StarTable | undefined;

/** Stars that pairs are by themselves, with 괴강 of four pairs or of 壬戌 too; made when first asked for. */
export function byPillar({ goegang }: Options): StarTable {
  fourGoegang ??= pairTable(ROWS);
  if (goegang === 'four') return fourGoegang;
  fiveGoegang ??= withFifthGoegang(fourGoegang);
  return fiveGoegang;
}

function withFifthGoegang(table: StarTable): StarTable {
  const goegang = ruleSet(table, 'goegang');
  return { ...table, met: table.met.map((met, pair) => (pair === IMSUL ? met | goegang : met)) };
}
