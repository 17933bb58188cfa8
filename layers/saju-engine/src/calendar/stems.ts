import { type Term, terms } from '../term.ts';
import { ELEMENTS, type ElementCode, POLARITIES, type PolarityCode } from './elements.ts';

/** A heavenly stem (천간) with the codes of its element and polarity. */
export interface Stem extends Term {
  readonly element: ElementCode;
  readonly polarity: PolarityCode;
}

/** 천간, 甲 (0) to 癸 (9). Element is index >> 1, polarity index & 1. */
export const STEMS: readonly Stem[] = terms(`
  gap 갑 甲 Yang Wood
  eul 을 乙 Yin Wood
  byeong 병 丙 Yang Fire
  jeong 정 丁 Yin Fire
  mu 무 戊 Yang Earth
  gi 기 己 Yin Earth
  gyeong 경 庚 Yang Metal
  sin 신 辛 Yin Metal
  im 임 壬 Yang Water
  gye 계 癸 Yin Water`).map((term, index) =>
  Object.freeze({ ...term, element: ELEMENTS[index >> 1]!.code, polarity: POLARITIES[index & 1]!.code }),
);

const HANJA = STEMS.map(({ hanja }) => hanja).join('');

/** Index of a stem by its hanja; -1 for another character. */
export function stemIndex(hanja: string): number {
  return HANJA.indexOf(hanja);
}
