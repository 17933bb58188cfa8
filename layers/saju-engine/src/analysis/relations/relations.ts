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
      const pair = stemPair(saju, first, second);
      for (let n = 0; n < pair.length; n++) {
        const relation = pair[n]!;
        found.push(
          relation.code === 'cheonganhap'
            ? transforming(relation, transformationOfStems(saju, first, second, options.hiddenStems))
            : relation,
        );
      }
    }
  }

  const complete = completeSets(branchSet(branches));
  for (let first = 0; first < branches.length; first++) {
    for (let second = first + 1; second < branches.length; second++) {
      const pair = branchPair(saju, first, second, options.omiHap);
      for (let n = 0; n < pair.length; n++) {
        const relation = pair[n]!;
        switch (relation.code) {
          case 'yukhap':
            found.push(
              relation.element === null
                ? relation
                : transforming(relation, transformationOfBranches(saju, first, second, relation.element)),
            );
            break;
          case 'banhap':
          case 'gonghap':
            if (!inCompleteSamhap(branches[first]!, complete)) found.push(relation);
            break;
          case 'chung':
            found.push(chung(relation, forgettingPartners(saju, first, second, complete)));
            break;
          default:
            found.push(relation);
        }
      }
    }
  }
  if (complete !== 0) addSets(found, saju, complete);
  return found;
}

type Lists = (readonly Relation[] | undefined)[];

/** Room for so many lists from the start: an array that grows by leaps becomes a hash table, which is slow. */
const room = (lists: number): Lists => new Array(lists).fill(undefined);

/** Relations of the stems at two positions: shared, but for the transformation. */
const stemPairs = room(16 * 100);

function stemPair(saju: Saju, first: number, second: number): readonly Relation[] {
  const one = saju.stems[first]!;
  const other = saju.stems[second]!;
  const key = (4 * first + second) * 100 + 10 * one + other;
  stemPairs[key] ??= stemRelations(one, other).map(pair =>
    between(pair, first, second, [stemFact(saju, first), stemFact(saju, second)]),
  );
  return stemPairs[key];
}

/** Relations of the branches at two positions, by `omiHap`: shared, but for 육합's transformation and for what forgets. */
const branchPairs: Readonly<Record<Options['omiHap'], Lists>> = {
  fire: room(16 * 144),
  earth: room(16 * 144),
  none: room(16 * 144),
};

function branchPair(saju: Saju, first: number, second: number, omiHap: Options['omiHap']): readonly Relation[] {
  const one = saju.branches[first]!;
  const other = saju.branches[second]!;
  const key = (4 * first + second) * 144 + 12 * one + other;
  const pairs = branchPairs[omiHap];
  pairs[key] ??= branchRelations(one, other, omiHap).map(pair =>
    between(pair, first, second, [branchFact(saju, first), branchFact(saju, second)]),
  );
  return pairs[key];
}

function between(pair: PairRelation, first: number, second: number, facts: readonly Fact[]): Relation {
  Object.freeze(facts);
  const transformation = pair.kind.code === 'banhap' ? transformationOfHalf(facts) : null;
  const relation = related(pair, (1 << first) | (1 << second), second - first, transformation, facts);
  Object.freeze(relation.reason);
  return Object.freeze(relation);
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
    [branchFact(saju, first), branchFact(saju, second), branchFact(saju, third)],
  );
}

function chung(relation: Relation, partners: readonly Fact[] | null): Relation {
  if (partners === null) return relation;
  return inChart(relation, null, true, reason(relation.reason, relation.reason.facts.concat(partners)));
}

/** The same with what became of it in this chart. */
function transforming(relation: Relation, transformation: Transformation): Relation {
  return inChart(relation, transformation, false, relation.reason);
}

/** Written out: spreading takes some four times as long. */
function inChart(
  { code, hangul, hanja, english, part, pillars, distance, element, form }: Relation,
  transformation: Transformation | null,
  forgotten: boolean,
  why: Reason,
): Relation {
  return {
    code,
    hangul,
    hanja,
    english,
    part,
    pillars,
    distance,
    element,
    form,
    transformation,
    forgotten,
    reason: why,
  };
}

function related(
  { kind: { code, hangul, hanja, english, part, rule }, element, form }: PairRelation,
  pillars: number,
  distance: number,
  transformation: Transformation | null,
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
    forgotten: false,
    reason: reason(rule, facts),
  };
}
