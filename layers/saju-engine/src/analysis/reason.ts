import { BRANCHES } from '../calendar/branches.ts';
import { GAPJA } from '../calendar/sexagenary.ts';
import { STEMS } from '../calendar/stems.ts';
import { MAIN_STEM } from './hidden-stems.ts';
import { DAY, HOUR, MONTH, PILLAR_NAMES, POSITIONS, type Saju, YEAR } from './saju.ts';
import type { SourceCode } from './sources.ts';
import { TEN_GODS, tenGodIndex } from './ten-gods.ts';

/**
 * A fact that a judgement rests on: where it stands in the chart (`pillars.month.branch`) and what stands there, a term
 * by its code. `factAt` reads it back.
 */
export interface Fact {
  readonly path: string;
  readonly value: string | number | boolean;
}

/** A rule and where it comes from. */
export interface Rule {
  /** Stable; the glossary says what it means. */
  readonly rule: string;
  readonly source: SourceCode;
}

/** Why a judgement holds: the rule that was applied, where the rule comes from, and the facts of the chart it used. */
export interface Reason extends Rule {
  readonly facts: readonly Fact[];
}

/** A rule by its code and its source. Not frozen: `reason` copies it, and callers never see it. */
export function rule(code: string, source: SourceCode): Rule {
  return { rule: code, source };
}

/** A rule applied to facts. */
export function reason({ rule, source }: Rule, facts: readonly Fact[]): Reason {
  return { rule, source, facts };
}

export function fact(path: string, value: Fact['value']): Fact {
  return { path, value };
}

/** Facts of a part of the pillars, by position and by value: each made when first met, since 400 take 3 ms of a cold start. */
class PillarFacts {
  readonly #part: string;
  readonly #values: readonly { readonly code: string }[];
  readonly #facts: (Fact | undefined)[];

  constructor(part: string, values: readonly { readonly code: string }[]) {
    this.#part = part;
    this.#values = values;
    this.#facts = new Array(PILLAR_NAMES.length * values.length).fill(undefined);
  }

  at(position: number, value: number): Fact {
    const key = position * this.#values.length + value;
    this.#facts[key] ??= Object.freeze(
      fact(`pillars.${PILLAR_NAMES[position]}${this.#part}`, this.#values[value]!.code),
    );
    return this.#facts[key];
  }
}

const pairs = new PillarFacts('', GAPJA);
const stems = new PillarFacts('.stem', STEMS);
const branches = new PillarFacts('.branch', BRANCHES);
const stemGods = new PillarFacts('.tenGods.stem', TEN_GODS);
const branchGods = new PillarFacts('.tenGods.branch', TEN_GODS);

/** The pair at a position; this and the following are shared and frozen. */
export function pillarFact({ pillars }: Saju, position: number): Fact {
  return pairs.at(position, pillars[position]!);
}

/** The stem at a position. */
export function stemFact(saju: Saju, position: number): Fact {
  return stems.at(position, saju.stems[position]!);
}

/** The branch at a position. */
export function branchFact(saju: Saju, position: number): Fact {
  return branches.at(position, saju.branches[position]!);
}

/** The ten god of the stem at a position (not the day's: the day stem is none). */
export function stemGodFact({ stems, dayStem }: Saju, position: number): Fact {
  return stemGods.at(position, tenGodIndex(dayStem, stems[position]!));
}

/**
 * Facts at a set of positions (bit 0 is the year's). Literals: an array that is grown takes room for 17. Lists of facts and
 * of reasons are made for each answer and not frozen: V8 reads an element of a frozen array in 6 ns, of another in 1.5, and
 * of any that stands where both occur in 8.
 */
function factsBy(factOf: (saju: Saju, position: number) => Fact): (saju: Saju, set: number) => readonly Fact[] {
  return (saju, set) => {
    const at = POSITIONS[set]!;
    switch (at.length) {
      case 0:
        return [];
      case 1:
        return [factOf(saju, at[0]!)];
      case 2:
        return [factOf(saju, at[0]!), factOf(saju, at[1]!)];
      case 3:
        return [factOf(saju, at[0]!), factOf(saju, at[1]!), factOf(saju, at[2]!)];
      default:
        return [factOf(saju, YEAR), factOf(saju, MONTH), factOf(saju, DAY), factOf(saju, HOUR)];
    }
  };
}

/** The pairs, stems, branches, ten gods of stems (not the day's) at a set of positions. */
export const pillarFacts = factsBy(pillarFact);
export const stemFacts = factsBy(stemFact);
export const branchFacts = factsBy(branchFact);
export const stemGodFacts = factsBy(stemGodFact);

/** The ten god of the branch at a position: of its main hidden stem. */
export function branchGodFact({ branches, dayStem }: Saju, position: number): Fact {
  return branchGods.at(position, tenGodIndex(dayStem, MAIN_STEM[branches[position]!]!));
}

/**
 * What stands at a fact's path in a chart (or in any answer): of a term its code; in a list, the element of that code.
 * Undefined where there is nothing.
 */
export function factAt(chart: object, path: string): unknown {
  let value: unknown = chart;
  for (const name of path.split('.')) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Array.isArray(value)
      ? value.find(element => element?.code === name)
      : (value as Record<string, unknown>)[name];
  }
  return value !== null && typeof value === 'object' && 'code' in value ? value.code : value;
}
