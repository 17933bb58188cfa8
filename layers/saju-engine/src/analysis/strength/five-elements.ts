import { ELEMENTS, type ElementCode, type PolarityCode } from '../../calendar/elements.ts';
import { type Term, terms } from '../../term.ts';
import { MAIN_STEM } from '../hidden-stems.ts';
import { MONTH, type Saju } from '../saju.ts';
import { DAY_STEM_UNITS, elementUnits, percent, type StemWeights } from './stem-weights.ts';

export type ByElement<Value> = Readonly<Record<ElementCode, Value>>;

/** How much of each element a chart has. */
export interface FiveElements {
  /** Of the eight characters (six without the hour), branches by their main stem. */
  readonly counts: ByElement<number>;
  /** Percent of the weights of places and hidden stems, the day stem's included, to two decimals. */
  readonly weights: ByElement<number>;
  /** 왕상휴수사 of each element in the month. */
  readonly seasons: ByElement<Term>;
  /** Percent after the month's command: weights × 1.2, 1.1, 1.0, 0.9, 0.8 for 왕 상 휴 수 사, again of 100. */
  readonly scores: ByElement<number>;
}

/** What the scores say of balance. */
export interface ElementBalance {
  /** Percent of the weights by the polarity of stems, the day stem's included. */
  readonly yinYang: Readonly<Record<PolarityCode, number>>;
  readonly strongest: ElementCode;
  readonly weakest: ElementCode;
  /** Elements that no character has. */
  readonly missing: readonly ElementCode[];
  /** Elements with 40 % or more of the scores. */
  readonly excessive: readonly ElementCode[];
  /** 0 (all in one element) to 100 (20 % each): 100 × (1 − Σ|score − 20| / 160). */
  readonly evenness: number;
}

/** 왕상휴수사: an element by its distance from the month's (rules, is borne, is controlled, controls, bears). */
export const SEASONS: readonly Term[] = terms(`
  wang 왕 旺 In Command
  sang 상 相 Assisted
  sa 사 死 Dead
  su 수 囚 Imprisoned
  hyu 휴 休 At Rest`);

/** In tenths, in the order of `SEASONS`. */
export const MONTH_COMMAND = [12, 11, 8, 9, 10];

export const EXCESSIVE = 40;
const EVEN = 20;

/** 왕상휴수사 of the five elements by the month's element; shared and frozen. */
const SEASONS_OF_MONTH = ELEMENTS.map((_, month) =>
  Object.freeze(byElement(ELEMENTS.map((_element, element) => SEASONS[(element - month + 5) % 5]!))),
);

/** All sets of elements, by bits; shared and frozen. */
const ELEMENT_SETS: readonly (readonly ElementCode[])[] = Array.from({ length: 32 }, (_, set) =>
  Object.freeze(ELEMENTS.filter((_element, index) => (set >> index) & 1).map(({ code }) => code)),
);

/** Counts, weights and scores of the five elements. Korean scoring of today; the month's command as in 삼명통회. */
export function fiveElements({ stems, branches, dayStem }: Saju, weights: StemWeights): FiveElements {
  const counts = [0, 0, 0, 0, 0];
  for (let position = 0; position < stems.length; position++) {
    counts[stems[position]! >> 1]!++;
    counts[MAIN_STEM[branches[position]!]! >> 1]!++;
  }
  const units = elementUnits(weights, dayStem);
  const total = weights.total + DAY_STEM_UNITS;
  const month = MAIN_STEM[branches[MONTH]!]! >> 1;
  const commanded = [0, 0, 0, 0, 0];
  let sum = 0;
  for (let element = 0; element < 5; element++) {
    commanded[element] = units[element]! * MONTH_COMMAND[(element - month + 5) % 5]!;
    sum += commanded[element]!;
  }
  return {
    counts: byElement(counts),
    weights: percents(units, total),
    seasons: SEASONS_OF_MONTH[month]!,
    scores: percents(commanded, sum),
  };
}

/** The balance of elements and of yin and yang. Of equal elements the first in the order 木火土金水 is named. */
export function elementBalance(
  { counts, scores }: FiveElements,
  { byStem, total }: StemWeights,
  { dayStem }: Saju,
): ElementBalance {
  // Lists: fields by a name that changes are looked up in the object, which takes ten times as long.
  const scored = valuesOf(scores);
  const counted = valuesOf(counts);
  let strongest = 0;
  let weakest = 0;
  let missing = 0;
  let excessive = 0;
  let deviation = 0;
  for (let element = 0; element < 5; element++) {
    const score = scored[element]!;
    if (score > scored[strongest]!) strongest = element;
    if (score < scored[weakest]!) weakest = element;
    if (counted[element] === 0) missing |= 1 << element;
    if (score >= EXCESSIVE) excessive |= 1 << element;
    deviation += Math.abs(score - EVEN);
  }
  let yang = (dayStem & 1) === 0 ? DAY_STEM_UNITS : 0;
  for (let stem = 0; stem < 10; stem += 2) yang += byStem[stem]!;
  const all = total + DAY_STEM_UNITS;
  return {
    yinYang: { yang: percent(yang, all), yin: percent(all - yang, all) },
    strongest: ELEMENTS[strongest]!.code,
    weakest: ELEMENTS[weakest]!.code,
    missing: ELEMENT_SETS[missing]!,
    excessive: ELEMENT_SETS[excessive]!,
    evenness: Math.round(100 * (100 - deviation / 1.6)) / 100,
  };
}

function percents(units: readonly number[], total: number): ByElement<number> {
  return {
    wood: percent(units[0]!, total),
    fire: percent(units[1]!, total),
    earth: percent(units[2]!, total),
    metal: percent(units[3]!, total),
    water: percent(units[4]!, total),
  };
}

function byElement<Value>(values: readonly Value[]): ByElement<Value> {
  return { wood: values[0]!, fire: values[1]!, earth: values[2]!, metal: values[3]!, water: values[4]! };
}

function valuesOf({ wood, fire, earth, metal, water }: ByElement<number>): readonly number[] {
  return [wood, fire, earth, metal, water];
}
