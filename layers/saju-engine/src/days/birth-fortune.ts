import type { Sex } from '../luck/daeun.ts';
import { type Term, terms } from '../term.ts';

/** 생기복덕: what a day's branch is to a person of an age, as the lines of the age's trigram are turned one by one. */
export const BIRTH_FORTUNES: readonly Term[] = terms(`
  saenggi 생기 生氣 Vital Energy
  cheonui 천의 天醫 Heavenly Doctor
  jeolche 절체 絶體 Severed Body
  yuhon 유혼 遊魂 Wandering Soul
  hwahae 화해 禍害 Misfortune
  bokdeok 복덕 福德 Blessing
  jeolmyeong 절명 絶命 Severed Life
  gwihon 귀혼 歸魂 Returning Soul`);

/** Lines of the trigrams: bit 0 the bottom, solid 1. */
const TRIGRAMS = { 乾: 0b111, 兌: 0b011, 離: 0b101, 震: 0b001, 巽: 0b110, 坎: 0b010, 艮: 0b100, 坤: 0b000 };
type Trigram = keyof typeof TRIGRAMS;

/** Round from the eighth age: ages 8, 16, 24 … are at the first. */
const ROUND: Readonly<Record<Sex, readonly Trigram[]>> = {
  male: ['離', '坤', '兌', '乾', '坎', '艮', '震', '巽'],
  female: ['坎', '乾', '兌', '坤', '離', '巽', '震', '艮'],
};

/** Trigram of each branch 子 … 亥. */
const OF_BRANCH = [...'坎艮艮震巽巽離坤坤兌乾乾'] as readonly Trigram[];

/** The lines turned (bits of `TRIGRAMS`) in the order of the fortunes: top, middle, bottom, middle, top, middle, bottom, middle. */
const TURNED = [0b100, 0b010, 0b001, 0b010, 0b100, 0b010, 0b001, 0b010];

/** Fortune by age's trigram × 8 + branch's trigram (as lines). */
const BY_TRIGRAMS = new Uint8Array(64);
for (let own = 0; own < 8; own++) {
  let lines = own;
  TURNED.forEach((line, index) => {
    lines ^= line;
    BY_TRIGRAMS[own * 8 + lines] = index;
  });
}

/**
 * Index in `BIRTH_FORTUNES` of a day's branch for a person. 천기대요.
 * @param age 1 or more: 세는나이, or 만 나이 by choice
 */
export function birthFortune(sex: Sex, age: number, dayBranch: number): number {
  return BY_TRIGRAMS[TRIGRAMS[trigram(sex, age)] * 8 + TRIGRAMS[OF_BRANCH[dayBranch]!]]!;
}

/** In the first seven years men leave out 坤 (2 is 兌), women 艮 (8 is 坎): a child begins in the middle of the round. */
function trigram(sex: Sex, age: number): Trigram {
  const place = age > 7 ? age : sex === 'female' ? age - 1 : age === 1 ? 0 : age;
  return ROUND[sex][place % 8]!;
}
