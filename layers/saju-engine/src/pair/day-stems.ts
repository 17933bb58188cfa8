import { fact } from '../analysis/reason.ts';
import { tenGodIndex } from '../analysis/ten-gods.ts';
import type { CrossRelation } from './cross-relations.ts';
import { type Part, part, pointed } from './part.ts';
import type { Person } from './person.ts';
import { pointRules } from './point-rules.ts';

type Kind = 'hap' | 'sangsaeng' | 'bihwa' | 'same' | 'jeonggeuk' | 'pyeongeuk' | 'chung';

/** 상극 of unlike polarity is 정 (정재 to one, 정관 to the other), of like polarity 편. */
export const RULES = pointRules<Kind>(
  'day_stems',
  `
  hap samyeong 20
  sangsaeng practice 15
  bihwa practice 11
  same practice 9
  jeonggeuk practice 10
  pyeongeuk practice 6
  chung practice 3`,
);

/** 일간: what the two day stems are to each other. */
export function dayStems(a: Person, b: Person, relations: readonly CrossRelation[]): Part {
  return part('ilgan', [
    pointed(RULES[kindOf(a, b, relations)], [
      fact('a.pillars.day.stem', a.pillars.day.stem.code),
      fact('b.pillars.day.stem', b.pillars.day.stem.code),
    ]),
  ]);
}

function kindOf(a: Person, b: Person, relations: readonly CrossRelation[]): Kind {
  const god = tenGodIndex(a.pillars.day.index % 10, b.pillars.day.index % 10);
  const unlike = (god & 1) === 1;
  const related = relations.some(relation => relation.part === 'stem' && relation.a === 'day' && relation.b === 'day');
  switch (god >> 1) {
    case 0:
      return unlike ? 'bihwa' : 'same';
    case 1:
    case 4:
      return 'sangsaeng';
    default:
      // 천간합 is always of unlike polarity, 천간충 of like.
      return unlike ? (related ? 'hap' : 'jeonggeuk') : related ? 'chung' : 'pyeongeuk';
  }
}
