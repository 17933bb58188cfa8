import type { ElementCode } from '../../calendar/elements.ts';
import type { Options } from '../../options.ts';
import type { Term } from '../../term.ts';
import { PILLAR_NAMES, type PillarName, type Saju } from '../saju.ts';
import { branchRelations } from './branch-relations.ts';
import { branchSet, COMPLETE_SETS, completeSets, inCompleteSamhap } from './complete-sets.ts';
import type { RelationCode } from './relation-kinds.ts';
import type { PairRelation } from './relation-tables.ts';
import { stemRelations } from './stem-relations.ts';

/** A relation of a luck pillar to pillars of the chart (or to the running 대운). */
export interface LuckRelation extends Term {
  readonly code: RelationCode;
  readonly part: 'stem' | 'branch';
  /** One partner; two that the luck branch completes to a set of three. */
  readonly with: readonly (PillarName | 'daeun')[];
  readonly element: ElementCode | null;
}

/** The running 대운 takes part after the chart's pillars. */
const PARTNERS = [...PILLAR_NAMES, 'daeun'] as const;
const DAEUN = 4;

/** The partners in a set of positions (bit 4 is the 대운). */
const PARTNER_SETS: readonly LuckRelation['with'][] = Array.from({ length: 32 }, (_, set) =>
  Object.freeze(PARTNERS.filter((_name, position) => (set >> position) & 1)),
);

type Lists = (readonly LuckRelation[] | undefined)[];

/** Relations of a luck stem, a luck branch (by `omiHap`) to a partner; of sets; each made when first met, then shared. */
const stemLists: Lists = new Array(100 * PARTNERS.length).fill(undefined);
const branchLists: Readonly<Record<Options['omiHap'], Lists>> = {
  fire: new Array(144 * PARTNERS.length).fill(undefined),
  earth: new Array(144 * PARTNERS.length).fill(undefined),
  none: new Array(144 * PARTNERS.length).fill(undefined),
};
const setRelations: (LuckRelation | undefined)[] = new Array(32 * COMPLETE_SETS.length).fill(undefined);

/**
 * Relations of a luck pillar (0 to 59) to the chart's pillars and, if given, to the running 대운's (0 to 59): of its stem, of
 * its branch, and of the sets that its branch completes with two others. As in a chart, a 삼합 takes the place of its 반합
 * and 공합.
 */
export function luckRelations(
  index: number,
  { stems, branches }: Saju,
  { omiHap }: Options,
  daeun?: number,
): readonly LuckRelation[] {
  const stem = index % 10;
  const branch = index % 12;
  const found: LuckRelation[] = [];
  for (let position = 0; position < stems.length; position++) {
    addAll(found, stemList(stem, stems[position]!, position));
  }
  if (daeun !== undefined) addAll(found, stemList(stem, daeun % 10, DAEUN));

  const completed = completedBy(branch, branches, daeun);
  if (completed === 0) {
    for (let position = 0; position < branches.length; position++) {
      addAll(found, branchList(branch, branches[position]!, position, omiHap));
    }
    if (daeun !== undefined) addAll(found, branchList(branch, daeun % 12, DAEUN, omiHap));
  } else {
    addWithSets(found, branch, branches, omiHap, completed, daeun);
  }
  return found;
}

/** Sets of three that a branch completes with two of the partners, as bits. */
function completedBy(branch: number, branches: readonly number[], daeun: number | undefined): number {
  let partners = branchSet(branches);
  if (daeun !== undefined) partners |= 1 << (daeun % 12);
  return completeSets(partners | (1 << branch)) & WITH_BRANCH[branch]!;
}

/** The sets that each branch belongs to, as bits. */
const WITH_BRANCH: readonly number[] = Array.from({ length: 12 }, (_, branch) =>
  COMPLETE_SETS.reduce((sets, { branches }, index) => sets | (((branches >> branch) & 1) << index), 0),
);

function addWithSets(
  found: LuckRelation[],
  branch: number,
  chart: readonly number[],
  omiHap: Options['omiHap'],
  completed: number,
  daeun: number | undefined,
): void {
  const branches = [...chart];
  const positions = chart.map((_, position) => position);
  if (daeun !== undefined) {
    branches.push(daeun % 12);
    positions.push(DAEUN);
  }
  const isSwallowed = inCompleteSamhap(branch, completed);
  for (let n = 0; n < branches.length; n++) {
    for (const relation of branchList(branch, branches[n]!, positions[n]!, omiHap)) {
      if (!isSwallowed || (relation.code !== 'banhap' && relation.code !== 'gonghap')) found.push(relation);
    }
  }
  for (let index = 0; index < COMPLETE_SETS.length; index++) {
    if (((completed >> index) & 1) === 0) continue;
    const missing = COMPLETE_SETS[index]!.branches & ~(1 << branch);
    for (let first = 0; first < branches.length; first++) {
      for (let second = first + 1; second < branches.length; second++) {
        if (((1 << branches[first]!) | (1 << branches[second]!)) !== missing) continue;
        found.push(setRelation(index, (1 << positions[first]!) | (1 << positions[second]!)));
      }
    }
  }
}

function addAll(found: LuckRelation[], list: readonly LuckRelation[]): void {
  for (let n = 0; n < list.length; n++) found.push(list[n]!);
}

function stemList(stem: number, partner: number, position: number): readonly LuckRelation[] {
  const key = (10 * stem + partner) * PARTNERS.length + position;
  stemLists[key] ??= stemRelations(stem, partner).map(pair => luckRelation(pair, 1 << position));
  return stemLists[key];
}

function branchList(
  branch: number,
  partner: number,
  position: number,
  omiHap: Options['omiHap'],
): readonly LuckRelation[] {
  const lists = branchLists[omiHap];
  const key = (12 * branch + partner) * PARTNERS.length + position;
  lists[key] ??= branchRelations(branch, partner, omiHap).map(pair => luckRelation(pair, 1 << position));
  return lists[key];
}

function setRelation(index: number, partners: number): LuckRelation {
  const key = 32 * index + partners;
  setRelations[key] ??= luckRelation(COMPLETE_SETS[index]!, partners);
  return setRelations[key];
}

function luckRelation({ kind, element }: PairRelation, partners: number): LuckRelation {
  const { code, hangul, hanja, english, part } = kind;
  return Object.freeze({ code, hangul, hanja, english, part, with: PARTNER_SETS[partners]!, element });
}
