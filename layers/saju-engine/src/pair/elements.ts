import { fact } from '../analysis/reason.ts';
import { MAX_POINTS, type Part, type PartReason, part, pointed } from './part.ts';
import type { Person, Side } from './person.ts';
import { hundredths } from './point-rules.ts';

/** Percent of the partner's weights that give all points. */
export const ENOUGH = 30;

/** 오행: each way, how much of one's useful god's element the other has. */
export function elements(a: Person, b: Person): Part {
  return part('ohaeng', [filled('a', a, 'b', b), filled('b', b, 'a', a)]);
}

function filled(side: Side, own: Person, otherSide: Side, other: Person): PartReason {
  const { element } = own.usefulGod;
  const weight = other.fiveElements.weights[element];
  const value = hundredths((MAX_POINTS.ohaeng / 2) * Math.min(1, weight / ENOUGH)) / 100;
  return pointed({ rule: 'elements_yongsin_filled', source: 'practice', value }, [
    fact(`${side}.usefulGod.element`, element),
    fact(`${otherSide}.fiveElements.weights.${element}`, weight),
  ]);
}
