import { fact } from '../analysis/reason.ts';
import { seasonOf } from '../calendar/branches.ts';
import type { CrossRelation } from './cross-relations.ts';
import { MAX_POINTS, type Part, part, pointed } from './part.ts';
import type { Person } from './person.ts';
import { hundredths, type PointRule, pointRules, relationPoints } from './point-rules.ts';

/**
 * 일지, by the relations of the two branches. Any two of one 삼합 count alike, with the 왕지 (반합) or without (공합), as they
 * do where years of birth four years apart are said to go together.
 */
const RELATED = `
  25 yukhap
  22 banhap gonghap
  10 pa
  8 hae
  6 hyeong
  5 wonjin gwimun
  3 chung`;

/**
 * 일지, where no such relation holds: two of one 방합, other branches, the same branch. Two of a 방합 are not one yet, so that 子丑
 * and 午未 are 육합 alone, 卯辰 and 酉戌 해 alone.
 */
const UNRELATED = `
  banghap practice 17
  none heal7 14
  same heal7 12`;

/** 연지 counts as 일지 does, out of 10. */
const YEAR_SCALE = MAX_POINTS.yeonji / MAX_POINTS.ilji;

export const RULES = {
  day: rulesOf('day_branches', 1),
  year: rulesOf('year_branches', YEAR_SCALE),
};

function rulesOf(name: string, scale: number) {
  return {
    related: relationPoints(name, RELATED, scale),
    unrelated: pointRules<'banghap' | 'none' | 'same'>(name, UNRELATED, scale),
  };
}

/** 일지 or 연지: what the two day branches, or the two year branches, are to each other. */
export function branches(name: 'day' | 'year', a: Person, b: Person, relations: readonly CrossRelation[]): Part {
  const { related, unrelated } = RULES[name];
  const x = a.pillars[name];
  const y = b.pillars[name];
  const found: PointRule[] = [];
  for (const relation of relations) {
    if (relation.part !== 'branch' || relation.a !== name || relation.b !== name) continue;
    const rule = related[relation.code];
    if (rule !== undefined) found.push(rule);
  }
  if (found.length === 0) {
    const sameSeason = seasonOf(x.index % 12) === seasonOf(y.index % 12);
    found.push(x.branch === y.branch ? unrelated.same : sameSeason ? unrelated.banghap : unrelated.none);
  }
  const points = shares(found, unrelated.none.value);
  const facts = [fact(`a.pillars.${name}.branch`, x.branch.code), fact(`b.pillars.${name}.branch`, y.branch.code)];
  return part(
    name === 'day' ? 'ilji' : 'yeonji',
    found.map((rule, index) => pointed(rule, facts, points[index])),
  );
}

/**
 * What counts of each of the rules that meet on one pair: of bad ones alone the worst and no other; where there is a 합,
 * each an equal share, so that they make the mean (to the hundredth).
 */
function shares(rules: readonly PointRule[], neutral: number): readonly number[] {
  const values = rules.map(({ value }) => value);
  if (values.every(value => value < neutral)) {
    const worst = values.indexOf(Math.min(...values));
    return values.map((value, index) => (index === worst ? value : 0));
  }
  let sum = 0;
  let counted = 0;
  return values.map(value => {
    sum += hundredths(value);
    const share = Math.round(sum / values.length) - counted;
    counted += share;
    return share / 100;
  });
}
