import { ELEMENTS, type ElementCode } from '../../calendar/elements.ts';
import { type Fact, reason, rule } from '../reason.ts';
import type { UsefulGodCandidate } from './useful-god.ts';
import { BYEONGYAK, NO_STEMS } from './useful-god-methods.ts';

/** 命理正宗 (病藥說). */
const ILL = rule('byeongyak', 'jeongjong');
const SOUND = rule('byeongyak_none', 'jeongjong');

/** Percent of the weights from which an element is an illness. Ours: the book gives no number. */
export const ILLNESS = 45;

/**
 * 병약: the heaviest element is the illness if it has 45 % of the weights or more and is not what 억부 chooses; the remedy is
 * what controls it. 비겁 and 인성 can be the illness as any other.
 * @param shares of the five elements in the weights, as facts
 * @param units of each element, of `total`
 * @param byEokbu the element that 억부 chooses
 */
export function byeongyak(
  shares: readonly Fact[],
  units: readonly number[],
  total: number,
  byEokbu: ElementCode | null,
): UsefulGodCandidate {
  let heaviest = -1;
  for (let element = 0; element < 5; element++) {
    if (ELEMENTS[element]!.code === byEokbu) continue;
    if (heaviest < 0 || units[element]! > units[heaviest]!) heaviest = element;
  }
  const ill = units[heaviest]! * 100 >= ILLNESS * total;
  return {
    method: BYEONGYAK,
    element: ill ? ELEMENTS[(heaviest + 3) % 5]!.code : null,
    stems: NO_STEMS,
    applies: ill,
    reasons: [reason(ill ? ILL : SOUND, [shares[heaviest]!])],
  };
}
