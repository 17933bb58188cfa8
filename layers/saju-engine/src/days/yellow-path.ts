import { type Term, terms } from '../term.ts';

/** A spirit of the yellow path (황도, auspicious) or of the black (흑도). */
export interface PathSpirit extends Term {
  readonly isYellow: boolean;
}

/** Which of the twelve are of the yellow path: 청룡 명당 금궤 천덕 옥당 사명. */
const YELLOW = [0, 1, 4, 5, 7, 10];

/** 황도·흑도 12신 in order. */
export const PATH_SPIRITS: readonly PathSpirit[] = terms(`
  cheongnyong 청룡 靑龍 Azure Dragon
  myeongdang 명당 明堂 Bright Hall
  cheonhyeong 천형 天刑 Heavenly Punishment
  jujak 주작 朱雀 Vermilion Bird
  geumgwe 금궤 金匱 Golden Coffer
  cheondeok 천덕 天德 Heavenly Virtue
  baekho 백호 白虎 White Tiger
  okdang 옥당 玉堂 Jade Hall
  cheolloe 천뢰 天牢 Heavenly Prison
  hyeonmu 현무 玄武 Black Tortoise
  samyeong 사명 司命 Keeper of Fate
  gujin 구진 勾陳 Coiling Snake`).map((term, index) => Object.freeze({ ...term, isYellow: YELLOW.includes(index) }));

/**
 * Spirit (0 청룡 … 11 구진) of a day. 청룡 is at 子 in 寅 and 申 months, and two branches on with each month: 卯酉 寅, 辰戌 辰,
 * 巳亥 午, 子午 申, 丑未 戌. 협기변방서.
 */
export function pathSpirit(monthBranch: number, dayBranch: number): number {
  return (dayBranch - 2 * monthBranch + 28) % 12;
}
