import { fact } from '../analysis/reason.ts';
import { tenGodIndex } from '../analysis/ten-gods.ts';
import type { Sex } from '../luck/daeun.ts';
import { type Part, type PartReason, part, pointed } from './part.ts';
import type { Person, Side } from './person.ts';
import { pointRules } from './point-rules.ts';

export const RULES = pointRules<'jeong' | 'pyeon' | 'none'>(
  'spouse_star',
  `
  jeong yeonhae 2.5
  pyeon practice 1.5
  none heal7 0`,
);

/** 재성 (편재 4, 정재 5) is a man's spouse star, 관성 (편관 6, 정관 7) a woman's: ten gods by index, halved. */
const SPOUSE_GODS: Readonly<Record<Sex, number>> = { male: 2, female: 3 };

/**
 * 배우자성: each way, whether the other's day stem is one's spouse star, by one's own sex. Of two people of one sex at most
 * one can be the other's, since of two stems at most one controls the other.
 */
export function spouseStars(a: Person, b: Person): Part {
  return part('baeujaseong', [seen('a', a, 'b', b), seen('b', b, 'a', a)]);
}

function seen(side: Side, own: Person, otherSide: Side, other: Person): PartReason {
  const god = tenGodIndex(own.pillars.day.index % 10, other.pillars.day.index % 10);
  const rule = god >> 1 !== SPOUSE_GODS[own.sex] ? RULES.none : (god & 1) === 1 ? RULES.jeong : RULES.pyeon;
  return pointed(rule, [
    fact(`${side}.sex`, own.sex),
    fact(`${side}.pillars.day.stem`, own.pillars.day.stem.code),
    fact(`${otherSide}.pillars.day.stem`, other.pillars.day.stem.code),
  ]);
}
