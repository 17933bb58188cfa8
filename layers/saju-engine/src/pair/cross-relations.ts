import { branchRelations } from '../analysis/relations/branch-relations.ts';
import type { PairRelation } from '../analysis/relations/relation-tables.ts';
import type { RelationCode } from '../analysis/relations/relations.ts';
import { stemRelations } from '../analysis/relations/stem-relations.ts';
import type { PillarName } from '../analysis/saju.ts';
import type { ElementCode } from '../calendar/elements.ts';
import type { Options } from '../options.ts';
import type { Term } from '../term.ts';
import { type Person, pillarNames } from './person.ts';

/** A relation between a pillar of the one and a pillar of the other. */
export interface CrossRelation extends Term {
  readonly code: RelationCode;
  readonly part: 'stem' | 'branch';
  /** Of which pillar of `a`, and of which pillar of `b`. */
  readonly a: PillarName;
  readonly b: PillarName;
  /** The element a combination aims at; null for what is no combination, and for 암합 and 공합. */
  readonly element: ElementCode | null;
}

/** All relations across two charts, pair by pair: stems first, then branches. */
export function crossRelations(a: Person, b: Person, omiHap: Options['omiHap']): readonly CrossRelation[] {
  const found: CrossRelation[] = [];
  for (const part of ['stem', 'branch'] as const) {
    for (const first of pillarNames(a)) {
      for (const second of pillarNames(b)) {
        const x = a.pillars[first]!.index;
        const y = b.pillars[second]!.index;
        const relations = part === 'stem' ? stemRelations(x % 10, y % 10) : branchRelations(x % 12, y % 12, omiHap);
        for (const { kind, element } of relations) found.push(crossRelation(kind, element, first, second));
      }
    }
  }
  return found;
}

function crossRelation(
  { code, hangul, hanja, english, part }: PairRelation['kind'],
  element: ElementCode | null,
  a: PillarName,
  b: PillarName,
): CrossRelation {
  return { code, hangul, hanja, english, part, a, b, element };
}
