import { type Fact, fact, type Reason, type Rule, reason } from '../analysis/reason.ts';
import { branchRelations } from '../analysis/relations/branch-relations.ts';
import { byDayStem } from '../analysis/stars/by-day-stem.ts';
import { ruleSet } from '../analysis/stars/star-table.ts';
import { twelveSinsalIndex } from '../analysis/twelve-sinsal.ts';
import { GAPJA } from '../calendar/sexagenary.ts';
import { DEFAULT_OPTIONS } from '../options.ts';
import type { DayPerson } from './day-person.ts';
import type { DayJudgement } from './day-rule.ts';
import type { Occasion } from './occasions.ts';

/** What one of the sixty pairs is, as a day, to a person. */
export interface PersonDay {
  readonly wants: readonly DayJudgement[];
  readonly blemishes: readonly DayJudgement[];
  readonly excludes: readonly Reason[];
}

type PointedRule = Rule & { readonly points: number };

/**
 * The day's branch to the person's branches of the day and of the year (띠): a 충 excludes. 반합 and 공합 count alike: two of
 * one 삼합. The points are our choice, as those of the occasions.
 */
const RELATIONS: readonly (PointedRule & { readonly codes: readonly string[] })[] = [
  { rule: 'day_person_chung', source: 'practice', points: 0, codes: ['chung'] },
  { rule: 'day_person_yukhap', source: 'practice', points: 7, codes: ['yukhap'] },
  { rule: 'day_person_samhap', source: 'practice', points: 6, codes: ['banhap', 'gonghap'] },
  { rule: 'day_person_hyeong', source: 'practice', points: -6, codes: ['hyeong'] },
  { rule: 'day_person_wonjin', source: 'practice', points: -6, codes: ['wonjin'] },
];

const NOBLE: PointedRule = { rule: 'day_person_cheoneul', source: 'samyeong', points: 8 };
const USEFUL: PointedRule = { rule: 'day_person_yongsin', source: 'practice', points: 8 };
/** 반음, the pair that clashes in stem and branch, needs no rule of its own: its 충 excludes it. */
const SAME_PAIR: PointedRule = { rule: 'day_person_bogeum', source: 'practice', points: -5 };
const POST_HORSE: PointedRule = { rule: 'day_person_yeokma', source: 'practice', points: 7 };
const VOID: Rule = { rule: 'day_person_gongmang', source: 'practice' };

/** Index of 역마 in the 12신살. */
const YEOKMA = 9;

/** What a day of a pair (0 to 59) is to a person. */
export function personDay(pair: number, person: DayPerson, occasion: Occasion): PersonDay {
  const day = GAPJA[pair]!;
  const branch = pair % 12;
  const path = `people.${person.code}`;
  const { year: ownYear, day: ownDay } = person.pillars;
  const dayBranch = fact('pillars.day.branch', day.branch.code);
  const wants: DayJudgement[] = [];
  const blemishes: DayJudgement[] = [];
  const excludes: Reason[] = [];
  const count = ({ rule, source, points }: PointedRule, facts: readonly Fact[]): void => {
    (points > 0 ? wants : blemishes).push({ rule, source, points, facts });
  };

  for (const relation of RELATIONS) {
    const facts = [dayBranch];
    for (const name of ['day', 'year'] as const) {
      const own = person.pillars[name];
      const related = branchRelations(branch, own.index % 12, 'fire');
      if (related.some(({ kind }) => relation.codes.includes(kind.code))) {
        facts.push(fact(`${path}.pillars.${name}.branch`, own.branch.code));
      }
    }
    if (facts.length === 1) continue;
    if (relation.points === 0) excludes.push(reason(relation, facts));
    else count(relation, facts);
  }
  const stars = byDayStem(DEFAULT_OPTIONS);
  if ((stars.met[60 * (ownDay.index % 10) + pair]! & ruleSet(stars, 'cheoneul')) !== 0) {
    count(NOBLE, [dayBranch, fact(`${path}.pillars.day.stem`, ownDay.stem.code)]);
  }
  if (day.stem.element === person.usefulGod) {
    count(USEFUL, [fact('pillars.day.stem.element', day.stem.element), fact(`${path}.usefulGod`, person.usefulGod)]);
  }
  if (pair === ownDay.index) {
    count(SAME_PAIR, [fact('pillars.day', day.code), fact(`${path}.pillars.day`, ownDay.code)]);
  }
  if (occasion === 'travel' && twelveSinsalIndex(ownYear.index % 12, branch) === YEOKMA) {
    count(POST_HORSE, [dayBranch, fact(`${path}.pillars.year.branch`, ownYear.branch.code)]);
  }
  if (occasion === 'opening' && person.voidBranches.includes(day.branch)) {
    excludes.push(reason(VOID, [dayBranch, fact(`${path}.voidBranches.${day.branch.code}`, day.branch.code)]));
  }
  return { wants, blemishes, excludes };
}
