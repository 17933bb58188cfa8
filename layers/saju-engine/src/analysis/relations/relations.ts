import type { ElementCode } from '../../calendar/elements.ts';
import type { Options } from '../../options.ts';
import type { Term } from '../../term.ts';
import { branchFact, type Fact, type Reason, reason, stemFact } from '../reason.ts';
import { PILLAR_SETS, type PillarName, type Saju } from '../saju.ts';
import { branchRelations } from './branch-relations.ts';
import { branchSet, COMPLETE_SETS, type CompleteSet, completeSets, inCompleteSamhap } from './complete-sets.ts';
import { forgettingPartners } from './forgotten-clash.ts';
import type { RelationCode } from './relation-kinds.ts';
import type { PairRelation } from './relation-tables.ts';
import { stemRelations } from './stem-relations.ts';
import {
  transformationOfBranches,
  transformationOfHalf,
  transformationOfSet,
  transformationOfStems,
} from './transformation.ts';

export type { RelationCode } from './relation-kinds.ts';

/** Whether a combination becomes its element (합화) or only holds together (합이불화), and why. */
export interface Transformation {
  readonly status: 'transformed' | 'combined';
  /** One for each condition, met or failed. */
  readonly reasons: readonly Reason[];
}

/** A relation (합충형파해 …) between pillars of one chart. */
export interface Relation extends Term {
  readonly code: RelationCode;
  readonly part: 'stem' | 'branch';
  /** The pillars in relation, earlier first: two, or three of a complete set. */
  readonly pillars: readonly PillarName[];
  /** Places between the first and the last pillar: 1 is adjacent. */
  readonly distance: number;
  /** The element a combination aims at; null for what is no combination, and for 암합 and 공합. */
  readonly element: ElementCode | null;
  /** A name of its own: 무은지형, 지세지형, 무례지형, 자형. */
  readonly form: Term | null;
  /** Of a combination that has an element. */
  readonly transformation: Transformation | null;
  /** Of a 충 of branches: whether a 합 of one of them, as near or nearer, makes it forget (탐합망충). */
  readonly forgotten: boolean;
  /** The table that has it and the stems or branches; of a 충 that is forgotten, the partners of the 합 too. */
  readonly reason: Reason;
}

/**
 * All relations of a chart: stems' pairs first, then branches' pairs, then complete sets.
 * A complete 삼합 takes the place of the 반합 and 공합 among its branches.
 */
export function relations(saju: Saju, options: Options): readonly Relation[] {
  const { stems, branches } = saju;
  const found: Relation[] = [];
  for (let first = 0; first < stems.length; first++) {
    for (let second = first + 1; second < stems.length; second++) {
      const pairs = stemRelations(stems[first]!, stems[second]!);
      for (let n = 0; n < pairs.length; n++) found.push(ofStems(pairs[n]!, saju, first, second, options));
    }
  }

  const complete = completeSets(branchSet(branches));
  for (let first = 0; first < branches.length; first++) {
    for (let second = first + 1; second < branches.length; second++) {
      const pairs = branchRelations(branches[first]!, branches[second]!, options.omiHap);
      for (let n = 0; n < pairs.length; n++) {
        const pair = pairs[n]!;
        const { code } = pair.kind;
        if ((code === 'banhap' || code === 'gonghap') && inCompleteSamhap(branches[first]!, complete)) continue;
        found.push(ofBranches(pair, saju, first, second, complete));
      }
    }
  }
  if (complete !== 0) addSets(found, saju, complete);
  return found;
}

function ofStems(pair: PairRelation, saju: Saju, first: number, second: number, { hiddenStems }: Options): Relation {
  const transformation = pair.element === null ? null : transformationOfStems(saju, first, second, hiddenStems);
  return related(pair, (1 << first) | (1 << second), second - first, transformation, false, [
    stemFact(saju, first),
    stemFact(saju, second),
  ]);
}

function ofBranches(pair: PairRelation, saju: Saju, first: number, second: number, complete: number): Relation {
  const { element } = pair;
  const { code } = pair.kind;
  let facts: readonly Fact[] = [branchFact(saju, first), branchFact(saju, second)];
  let transformation: Transformation | null = null;
  let forgotten = false;
  if (code === 'chung') {
    const partners = forgettingPartners(saju, first, second, complete);
    forgotten = partners.length > 0;
    if (forgotten) facts = facts.concat(partners);
  } else if (element !== null) {
    transformation =
      code === 'yukhap' ? transformationOfBranches(saju, first, second, element) : transformationOfHalf(facts);
  }
  return related(pair, (1 << first) | (1 << second), second - first, transformation, forgotten, facts);
}

/** Complete sets by kind, each with every three pillars that make it. */
function addSets(found: Relation[], saju: Saju, complete: number): void {
  for (let index = 0; index < COMPLETE_SETS.length; index++) {
    if (((complete >> index) & 1) === 0) continue;
    const set = COMPLETE_SETS[index]!;
    for (let first = 0; first < saju.branches.length; first++) {
      for (let second = first + 1; second < saju.branches.length; second++) {
        for (let third = second + 1; third < saju.branches.length; third++) {
          if (makes(set, saju, first, second, third)) found.push(whole(set, saju, first, second, third));
        }
      }
    }
  }
}

function makes({ branches }: CompleteSet, saju: Saju, first: number, second: number, third: number): boolean {
  return ((1 << saju.branches[first]!) | (1 << saju.branches[second]!) | (1 << saju.branches[third]!)) === branches;
}

function whole(set: CompleteSet, saju: Saju, first: number, second: number, third: number): Relation {
  return related(
    set,
    (1 << first) | (1 << second) | (1 << third),
    third - first,
    set.element === null ? null : transformationOfSet(saju, set.branches, set.center),
    false,
    [branchFact(saju, first), branchFact(saju, second), branchFact(saju, third)],
  );
}

function related(
  { kind: { code, hangul, hanja, english, part, rule }, element, form }: PairRelation,
  pillars: number,
  distance: number,
  transformation: Transformation | null,
  forgotten: boolean,
  facts: readonly Fact[],
): Relation {
  return {
    code,
    hangul,
    hanja,
    english,
    part,
    pillars: PILLAR_SETS[pillars]!,
    distance,
    element,
    form,
    transformation,
    forgotten,
    reason: reason(rule, facts),
  };
}
