import type { Finding } from '../fact-base.ts';
import { byGod, byRole, type FindingRules, factRules, is, type Rule, type RuleSet, within } from '../rules.ts';
import { godsOf, share, shareBands, TEN_GOD_GROUPS, type TenGodGroup, weightOf } from '../ten-god-groups.ts';
import { filled, type Text } from '../text.ts';
import { PEOPLE } from '../texts/places.ts';
import { DAY_BRANCH_RELATION, DAY_BRANCH_ROLE, SPOUSE_STAR, STRONG_GROUP } from '../texts/relationship.ts';
import { RELATIONSHIP_STARS } from '../texts/stars.ts';
import { RELATIONSHIP } from '../texts/ten-gods.ts';
import { branchesAsSubject, inPlace } from '../wording.ts';
import { starRules } from './stars.ts';

/** 인간관계와 배우자. */
export function relationship(): readonly RuleSet[] {
  return [
    factRules(
      'relationship.day_ten_god',
      1,
      byGod(
        'pillars.day.tenGods.branch',
        inPlace('배우자의 자리인 일지', "the day branch, the partner's place,"),
        RELATIONSHIP,
      ),
    ),
    factRules('relationship.spouse_star', 1, spouseStars()),
    dayBranchRelations(),
    factRules('relationship.day_branch_role', 1, byRole('pillars.day.branch.element', DAY_BRANCH_ROLE)),
    starRules('relationship.stars', 2, RELATIONSHIP_STARS),
    factRules(
      'relationship.strong_ten_gods',
      1,
      TEN_GOD_GROUPS.map(group => ({ key: group, needs: [share(group, STRONG)], text: STRONG_GROUP[group]! })),
    ),
  ];
}

/** Percent from which the ten gods of one element are strong, and from which both kinds of a spouse's star weigh. */
const STRONG = 30;
const BOTH = 10;

/** 배우자성 by the rule of tradition: 재성 for a man, 관성 for a woman. */
const SPOUSE: readonly { readonly sex: string; readonly group: TenGodGroup; readonly star: Text }[] = [
  { sex: 'male', group: 'jaeseong', star: { korean: '재성이', english: 'Wealth' } },
  { sex: 'female', group: 'gwanseong', star: { korean: '관성이', english: 'The officer' } },
];

function spouseStars(): readonly Rule[] {
  return SPOUSE.flatMap(({ sex, group, star }) => {
    const mixed = ['mixed', godsOf(group).map(god => within([weightOf(god)], BOTH))] as const;
    return [mixed, ...shareBands(group)].map(([key, needs]) => ({
      key: `${sex}_${key}`,
      needs: [is('sex', sex), ...needs],
      text: filled(SPOUSE_STAR[key]!, { star }),
    }));
  });
}

/** Pillars by their nearness to the day branch: whom a relation is with. */
const NEAREST = ['month', 'hour', 'year'] as const;

function dayBranchRelations(): FindingRules {
  const codes = Object.keys(DAY_BRANCH_RELATION);
  const nearest = ({ places }: Finding): number => NEAREST.findIndex(name => places.includes(name));
  return {
    rule: 'relationship.day_branch',
    most: 2,
    list: 'relations',
    rank: finding =>
      finding.places.includes('day') && codes.includes(finding.code)
        ? nearest(finding) * codes.length + codes.indexOf(finding.code)
        : undefined,
    say: finding => ({
      key: `${finding.code}_${finding.places.join('_')}`,
      text: filled(DAY_BRANCH_RELATION[finding.code]!, {
        pair: branchesAsSubject(finding),
        area: PEOPLE[NEAREST[nearest(finding)]!]!,
      }),
    }),
  };
}
