import { fact } from '../analysis/reason.ts';
import type { CrossRelation } from './cross-relations.ts';
import { MAX_POINTS, type Part, type PartReason, part, pointed, total } from './part.ts';
import type { Person } from './person.ts';
import { hundredths, pointRules, relationPoints } from './point-rules.ts';

/** What a pair of stems or of branches adds or takes. 암합 and 귀문 do neither. */
export const RULES = relationPoints(
  'other_pairs',
  `
  1 cheonganhap yukhap banhap gonghap
  -1 cheonganchung chung
  -0.7 hyeong wonjin
  -0.4 hae pa`,
);

const { base: BASE, unknown: UNKNOWN_HOUR } = pointRules<'base' | 'unknown'>(
  'other_pairs',
  `
  base heal7 7.5
  unknown heal7 0`,
);

/**
 * 기타: half of the points, and what the pairs add or take that 일간, 일지 and 연지 do not judge: 15 pairs of stems and 14 of
 * branches; 11 and 10 without one hour, 8 and 7 without both. Pairs that are missing leave the half as it is. What is over the
 * limits of the part, a reason takes back.
 */
export function otherPairs(a: Person, b: Person, relations: readonly CrossRelation[]): Part {
  const reasons: PartReason[] = [pointed(BASE, [])];
  if (!a.hourKnown) reasons.push(pointed(UNKNOWN_HOUR, [fact('a.hourKnown', false)]));
  if (!b.hourKnown) reasons.push(pointed(UNKNOWN_HOUR, [fact('b.hourKnown', false)]));
  for (const relation of relations) {
    const rule = RULES[relation.code];
    if (rule === undefined || isJudgedElsewhere(relation)) continue;
    const x = a.pillars[relation.a]!;
    const y = b.pillars[relation.b]!;
    reasons.push(
      pointed(rule, [
        fact(`a.pillars.${relation.a}.${relation.part}`, x[relation.part].code),
        fact(`b.pillars.${relation.b}.${relation.part}`, y[relation.part].code),
      ]),
    );
  }
  const sum = total(reasons, 'points');
  const limited = Math.min(MAX_POINTS.gita, Math.max(0, sum));
  if (limited !== sum) {
    const value = (hundredths(limited) - hundredths(sum)) / 100;
    reasons.push(pointed({ rule: 'other_pairs_limit', source: 'heal7', value }, []));
  }
  return part('gita', reasons);
}

function isJudgedElsewhere({ part, a, b }: CrossRelation): boolean {
  return a === b && (a === 'day' || (a === 'year' && part === 'branch'));
}
