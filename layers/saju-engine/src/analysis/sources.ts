import { type Term, terms } from '../term.ts';

export type SourceCode =
  | 'samyeong'
  | 'yeonhae'
  | 'japyeong'
  | 'jeokcheon'
  | 'gungtong'
  | 'jeongjong'
  | 'hyeopgi'
  | 'cheongi'
  | 'practice'
  | 'heal7';

/** Where rules come from: the classical books, Korean practice of today, or a documented choice of ours. */
export const SOURCES: readonly (Term & { readonly code: SourceCode })[] = terms<SourceCode>(`
  samyeong 삼명통회 三命通會 Sanming Tonghui (Wan Minying, 1578)
  yeonhae 연해자평 淵海子平 Yuanhai Ziping (Xu Sheng, Song)
  japyeong 자평진전 子平眞詮 Ziping Zhenquan (Shen Xiaozhan, 1776)
  jeokcheon 적천수 滴天髓 Ditian Sui (Ren Tieqiao's commentary, 19th century)
  gungtong 궁통보감 窮通寶鑑 Qiongtong Baojian (Yu Chuntai, 19th century)
  jeongjong 명리정종 命理正宗 Mingli Zhengzong (Zhang Nan, 16th century)
  hyeopgi 협기변방서 協紀辨方書 Xieji Bianfang Shu (1741)
  cheongi 천기대요 天機大要 Cheongi Daeyo (Joseon almanac rules, 1636)
  practice 한국실무 韓國實務 Korean practice of today
  heal7 HEAL7 HEAL7 HEAL7's documented choice`);
