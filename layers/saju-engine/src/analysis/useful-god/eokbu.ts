import { ELEMENTS } from '../../calendar/elements.ts';
import { type Fact, fact, type Rule, reason, rule } from '../reason.ts';
import type { Saju } from '../saju.ts';
import { type StemWeights, supportUnits } from '../strength/stem-weights.ts';
import type { Strength } from '../strength/strength.ts';
import type { UsefulGodCandidate } from './useful-god.ts';
import { EOKBU, NO_STEMS } from './useful-god-methods.ts';

const WEALTH_AGAINST_RESOURCE = rule('eokbu_wealth_against_resource', 'practice');
const OFFICER = rule('eokbu_officer', 'practice');
const OUTPUT = rule('eokbu_output', 'practice');
const WEALTH = rule('eokbu_wealth', 'practice');
const RESOURCE = rule('eokbu_resource', 'practice');
const COMPANIONS = rule('eokbu_companions', 'practice');

/** Percent of the weights from which an element is strong enough to be used. */
export const USABLE = 10;

/**
 * 억부. With P of 50 or more the day stem is restrained: where 인성 outweighs 비겁 by 재성; else by 관성 if it has 10 % of the
 * weights or more, else by 식상 if it has, else by 재성. With a lower P it is supported: by 비겁 where 재성 outweighs 관성 and
 * 식상, else by 인성. The weights are those of `fiveElements`, so the day stem is counted in 비겁.
 * @param shares of the five elements in the weights, as facts
 * @param units of each element, of `total`
 */
export function eokbu(
  { dayStem }: Saju,
  weights: StemWeights,
  shares: readonly Fact[],
  strength: Strength,
  units: readonly number[],
  total: number,
): UsefulGodCandidate {
  const own = dayStem >> 1;
  const output = (own + 1) % 5;
  const wealth = (own + 2) % 5;
  const officer = (own + 3) % 5;
  const bearer = (own + 4) % 5;
  const score = fact('strength.score', strength.score);

  if (supportUnits(weights, dayStem) * 2 < weights.total) {
    const drains = [score, shares[output]!, shares[wealth]!, shares[officer]!];
    return units[wealth]! > units[output]! && units[wealth]! > units[officer]!
      ? chosen(own, COMPANIONS, drains)
      : chosen(bearer, RESOURCE, drains);
  }
  if (units[bearer]! > units[own]!)
    return chosen(wealth, WEALTH_AGAINST_RESOURCE, [score, shares[own]!, shares[bearer]!]);
  if (units[officer]! * 100 >= USABLE * total) {
    return chosen(officer, OFFICER, [score, shares[own]!, shares[bearer]!, shares[officer]!]);
  }
  const rest = [score, shares[own]!, shares[bearer]!, shares[officer]!, shares[output]!];
  return units[output]! * 100 >= USABLE * total ? chosen(output, OUTPUT, rest) : chosen(wealth, WEALTH, rest);
}

function chosen(element: number, rule: Rule, facts: readonly Fact[]): UsefulGodCandidate {
  return {
    method: EOKBU,
    element: ELEMENTS[element]!.code,
    stems: NO_STEMS,
    applies: true,
    reasons: [reason(rule, facts)],
  };
}
