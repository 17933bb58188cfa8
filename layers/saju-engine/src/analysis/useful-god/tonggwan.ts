import { ELEMENTS } from '../../calendar/elements.ts';
import { type Fact, reason, rule } from '../reason.ts';
import type { UsefulGodCandidate } from './useful-god.ts';
import { NO_STEMS, TONGGWAN } from './useful-god-methods.ts';

/** 滴天髓 (通關). */
const BETWEEN = rule('tonggwan', 'jeokcheon');
const NONE = rule('tonggwan_none', 'jeokcheon');

/** Percent of the weights that each of two elements in conflict has at least, and both together. */
export const EACH = 30;
export const TOGETHER = 70;

/**
 * 통관: where two elements, of which one controls the other, have 30 % of the weights or more each and 70 % together, the
 * element between, which the one bears and which bears the other.
 * @param shares of the five elements in the weights, as facts
 * @param units of each element, of `total`
 */
export function tonggwan(shares: readonly Fact[], units: readonly number[], total: number): UsefulGodCandidate {
  let controller = 0;
  let lesser = -1;
  let together = 0;
  for (let element = 0; element < 5; element++) {
    const one = units[element]!;
    const other = units[(element + 2) % 5]!;
    const less = one < other ? one : other;
    if (less > lesser || (less === lesser && one + other > together)) {
      controller = element;
      lesser = less;
      together = one + other;
    }
  }
  const controlled = (controller + 2) % 5;
  const applies = lesser * 100 >= EACH * total && together * 100 >= TOGETHER * total;
  return {
    method: TONGGWAN,
    element: applies ? ELEMENTS[(controller + 1) % 5]!.code : null,
    stems: NO_STEMS,
    applies,
    reasons: [reason(applies ? BETWEEN : NONE, [shares[controller]!, shares[controlled]!])],
  };
}
