import { ELEMENTS } from '../../calendar/elements.ts';
import type { Stem } from '../../calendar/stems.ts';
import { type Term, terms } from '../../term.ts';
import { type Fact, fact } from '../reason.ts';
import type { FiveElements } from '../strength/five-elements.ts';

/** Ways to choose a useful god, in order of precedence. */
export const USEFUL_GOD_METHODS: readonly Term[] = terms(`
  jeonwang 전왕 專旺 Following the Dominant
  johu 조후 調候 Tempering the Climate
  tonggwan 통관 通關 Mediating
  byeongyak 병약 病藥 Illness and Remedy
  eokbu 억부 抑扶 Restraining or Supporting`);
export const [JEONWANG, JOHU, TONGGWAN, BYEONGYAK, EOKBU] = USEFUL_GOD_METHODS as [Term, Term, Term, Term, Term];

/** Of the methods that choose an element and no stem. */
export const NO_STEMS: readonly Stem[] = Object.freeze([]);

/** By element, the path of its share in the weights. */
const [WOOD, FIRE, EARTH, METAL, WATER] = ELEMENTS.map(({ code }) => `fiveElements.weights.${code}`) as [
  string,
  string,
  string,
  string,
  string,
];

/** The shares of 木 火 土 金 水 in the weights, in percent, as facts. */
export function elementFacts({ weights }: FiveElements): readonly Fact[] {
  return [
    fact(WOOD, weights.wood),
    fact(FIRE, weights.fire),
    fact(EARTH, weights.earth),
    fact(METAL, weights.metal),
    fact(WATER, weights.water),
  ];
}
