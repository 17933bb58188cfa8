import type { Fact, Reason } from '../analysis/reason.ts';
import { type Term, terms } from '../term.ts';
import { hundredths, type PointRule } from './point-rules.ts';

export type PartCode = 'ilgan' | 'ilji' | 'yeonji' | 'gita' | 'ohaeng' | 'baeujaseong' | 'napeum';

/** A rule that was applied, with its points. The source is of what the rule judges; all points are our choice. */
export interface PartReason extends Reason {
  /** What the rule gives by itself. */
  readonly value: number;
  /** What of it counts here: less where several rules meet on one pair. A part's score is the sum of these. */
  readonly points: number;
}

/** A part of the score. */
export interface Part extends Term {
  readonly code: PartCode;
  /** 0 to `max`, to two decimals: the sum of its reasons' points. */
  readonly score: number;
  readonly max: number;
  /**
   * True where the two are judged at once; false where each is judged for the other and both are added. Either way the
   * score is the same with the two swapped.
   */
  readonly mutual: boolean;
  readonly reasons: readonly PartReason[];
}

/** The parts, in order. */
export const PARTS = terms<PartCode>(`
  ilgan 일간 日干 Day Stems
  ilji 일지 日支 Day Branches
  yeonji 연지 年支 Year Branches
  gita 기타 其他 Other Pairs
  ohaeng 오행 五行 Five Elements
  baeujaseong 배우자성 配偶者星 Spouse Stars
  napeum 납음 納音 Sounding Elements`);

/** Points of each part: 100 in all. */
export const MAX_POINTS: Readonly<Record<PartCode, number>> = {
  ilgan: 20,
  ilji: 25,
  yeonji: 10,
  gita: 15,
  ohaeng: 20,
  baeujaseong: 5,
  napeum: 5,
};

/** A part from the reasons that make its score. */
export function part(code: PartCode, reasons: readonly PartReason[]): Part {
  return {
    ...PARTS.find(term => term.code === code)!,
    score: total(reasons, 'points'),
    max: MAX_POINTS[code],
    mutual: code !== 'ohaeng' && code !== 'baeujaseong',
    reasons,
  };
}

/** A rule applied to facts; all of its value counts unless `points` says how much. */
export function pointed({ rule, source, value }: PointRule, facts: readonly Fact[], points = value): PartReason {
  return { rule, source, facts, value, points };
}

/** The exact sum of points of two decimals. */
export function total<Key extends string>(items: readonly Readonly<Record<Key, number>>[], key: Key): number {
  let sum = 0;
  for (const item of items) sum += hundredths(item[key]);
  return sum / 100;
}
