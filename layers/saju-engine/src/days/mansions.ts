import { type Term, terms } from '../term.ts';

/** One of the 28 lunar mansions (28수). */
export interface Mansion extends Term {
  /** 0 (角) to 27 (軫). */
  readonly index: number;
  readonly isAuspicious: boolean;
}

/** As Korean almanacs of today print them; they differ in a few. */
const AUSPICIOUS = '角房尾箕斗室壁婁胃畢參井張軫';

/** 28수 in order; 危 and 胃, both 위, are told apart by their luminaries (危月, 胃土). */
export const MANSIONS: readonly Mansion[] = terms(`
  gak 각 角 Horn
  hang 항 亢 Neck
  jeo 저 氐 Root
  bang 방 房 Room
  sim 심 心 Heart
  mi 미 尾 Tail
  gi 기 箕 Winnowing Basket
  du 두 斗 Dipper
  u 우 牛 Ox
  yeo 여 女 Girl
  heo 허 虛 Emptiness
  wiwol 위 危 Rooftop
  sil 실 室 Encampment
  byeok 벽 壁 Wall
  gyu 규 奎 Legs
  nu 누 婁 Bond
  wito 위 胃 Stomach
  myo 묘 昴 Hairy Head
  pil 필 畢 Net
  ja 자 觜 Turtle Beak
  sam 삼 參 Three Stars
  jeong 정 井 Well
  gwi 귀 鬼 Ghost
  yu 유 柳 Willow
  seong 성 星 Star
  jang 장 張 Extended Net
  ik 익 翼 Wings
  jin 진 軫 Chariot`).map((term, index) =>
  Object.freeze({ ...term, index, isAuspicious: AUSPICIOUS.includes(term.hanja) }),
);

/** Mansion (0 角 … 27 軫) of a day number: one a day without a break, so that 角 is always a Thursday. */
export function mansion(dayNumber: number): number {
  return (dayNumber + 11) % 28;
}
