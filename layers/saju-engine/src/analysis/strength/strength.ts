import { type Term, terms } from '../../term.ts';
import { hidesElement, MAIN_STEM } from '../hidden-stems.ts';
import { branchFact, branchGodFact, type Fact, fact, type Reason, reason, rule, stemGodFact } from '../reason.ts';
import { DAY, MONTH, type Saju } from '../saju.ts';
import { TEN_GODS, tenGodIndex } from '../ten-gods.ts';
import { percent, type StemWeights, supportUnits } from './stem-weights.ts';
import type { TenGodStrength } from './ten-gods-strength.ts';

/** How strong the day stem is (신강·신약). */
export interface Strength {
  /** 극약 to 극왕. */
  readonly word: Term;
  /** P: percent of the weights that are 비겁 or 인성, to two decimals. */
  readonly score: number;
  /** The month supports the day stem. */
  readonly deukryeong: boolean;
  /** The day branch supports or roots it. */
  readonly deukji: boolean;
  /** Three or more of the other places support it. */
  readonly deukse: boolean;
  readonly reasons: readonly Reason[];
}

/** The words, weakest first. */
export const STRENGTHS: readonly Term[] = terms(`
  geugyak 극약 極弱 Extremely Weak
  taeyak 태약 太弱 Very Weak
  sinyak 신약 身弱 Weak
  junghwa_sinyak 중화신약 中和身弱 Balanced, Rather Weak
  junghwa_singang 중화신강 中和身强 Balanced, Rather Strong
  singang 신강 身强 Strong
  taegang 태강 太强 Very Strong
  geugwang 극왕 極旺 Extremely Strong`);

/** P below which each word but the last stands. Ours; Korean services of today cut likewise. */
export const STRENGTH_LIMITS = [20, 35, 45, 50, 55, 65, 80];
/** The two words of the middle: 중화신약 and 중화신강. */
const MIDDLE = 3;
const HALF = 50;
/** Places that make 득세. */
const MANY = 3;

const SCORE = rule('support_weight', 'practice');
const DEUKRYEONG = rule('deukryeong', 'jeokcheon');
const SILRYEONG = rule('silryeong', 'jeokcheon');
const DEUKJI = rule('deukji', 'practice');
const DEUKJI_BY_ROOT = rule('deukji_by_root', 'practice');
const SILJI = rule('silji', 'practice');
const DEUKSE = rule('deukse', 'practice');
const SILSE = rule('silse', 'practice');
const HELD = rule('held_at_middle', 'heal7');

const yes = (name: string): Fact => Object.freeze(fact(`strength.${name}`, true));
const no = (name: string): Fact => Object.freeze(fact(`strength.${name}`, false));
const HAS = [yes('deukryeong'), yes('deukji'), yes('deukse')];
const HAS_NOT = [no('deukryeong'), no('deukji'), no('deukse')];

/** 비겁 (0, 1) and 인성 (8, 9) support the day stem. */
const SUPPORTS = 0b11_0000_0011;

/** By ten god, the path of its weight. */
const WEIGHT_PATHS = TEN_GODS.map(({ code }) => `tenGodsStrength.${code}.weight`);

/**
 * Strength of the day stem: P, the weighted share of 비겁 and 인성 over the seven places, gives the word; when two of 득령,
 * 득지 and 득세 point the other way, the word is held at the middle, on P's side.
 */
export function strength(saju: Saju, weights: StemWeights, gods: readonly TenGodStrength[]): Strength {
  const { branches, dayStem } = saju;
  const support = supportUnits(weights, dayStem);
  const deukryeong = supports(dayStem, MAIN_STEM[branches[MONTH]!]!);
  const byMain = supports(dayStem, MAIN_STEM[branches[DAY]!]!);
  const deukji = byMain || hidesElement(branches[DAY]!, dayStem >> 1, weights.school);
  const crowd = crowdFacts(saju);
  const deukse = crowd.length >= MANY;

  let level = 0;
  while (level < STRENGTH_LIMITS.length && support * 100 >= STRENGTH_LIMITS[level]! * weights.total) level++;
  const strong = support * 100 >= HALF * weights.total;
  const gained = Number(deukryeong) + Number(deukji) + Number(deukse);
  const held = strong ? gained < 2 && level > MIDDLE + 1 : gained >= 2 && level < MIDDLE;
  if (held) level = strong ? MIDDLE + 1 : MIDDLE;

  const byWeight = reason(SCORE, [weightFact(gods, 0), weightFact(gods, 1), weightFact(gods, 8), weightFact(gods, 9)]);
  const byMonth = reason(deukryeong ? DEUKRYEONG : SILRYEONG, [branchGodFact(saju, MONTH)]);
  const atDay = [branchFact(saju, DAY), branchGodFact(saju, DAY)];
  const byDay = reason(byMain ? DEUKJI : deukji ? DEUKJI_BY_ROOT : SILJI, atDay);
  const byCrowd = reason(deukse ? DEUKSE : SILSE, crowd);
  return {
    word: STRENGTHS[level]!,
    score: percent(support, weights.total),
    deukryeong,
    deukji,
    deukse,
    reasons: held
      ? [byWeight, byMonth, byDay, byCrowd, heldReason(deukryeong, deukji, deukse)]
      : [byWeight, byMonth, byDay, byCrowd],
  };
}

/** The ten gods that support the day stem from the other places: those of stems, and those of the year's and hour's branch. */
function crowdFacts(saju: Saju): readonly Fact[] {
  const { stems, branches, dayStem } = saju;
  const crowd: Fact[] = [];
  for (let position = 0; position < stems.length; position++) {
    if (position === DAY) continue;
    if (supports(dayStem, stems[position]!)) crowd.push(stemGodFact(saju, position));
    if (position !== MONTH && supports(dayStem, MAIN_STEM[branches[position]!]!)) {
      crowd.push(branchGodFact(saju, position));
    }
  }
  return crowd;
}

/** Whether a stem is 비겁 or 인성 to the day stem. */
function supports(dayStem: number, stem: number): boolean {
  return ((SUPPORTS >> tenGodIndex(dayStem, stem)) & 1) === 1;
}

function heldReason(deukryeong: boolean, deukji: boolean, deukse: boolean): Reason {
  return reason(HELD, [(deukryeong ? HAS : HAS_NOT)[0]!, (deukji ? HAS : HAS_NOT)[1]!, (deukse ? HAS : HAS_NOT)[2]!]);
}

function weightFact(gods: readonly TenGodStrength[], god: number): Fact {
  return fact(WEIGHT_PATHS[god]!, gods[god]!.weight);
}
