import { ELEMENTS, type ElementCode } from '../../calendar/elements.ts';
import type { Stem } from '../../calendar/stems.ts';
import { type Term, terms } from '../../term.ts';
import { appended } from '../appended.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { type Reason, reason, rule } from '../reason.ts';
import type { Saju } from '../saju.ts';
import type { FiveElements } from '../strength/five-elements.ts';
import { DAY_STEM_UNITS, elementUnits, type StemWeights } from '../strength/stem-weights.ts';
import type { Strength } from '../strength/strength.ts';
import { byeongyak } from './byeongyak.ts';
import { eokbu } from './eokbu.ts';
import { jeonwang } from './jeonwang.ts';
import { johu } from './johu.ts';
import { tonggwan } from './tonggwan.ts';
import { elementFacts } from './useful-god-methods.ts';

export type UsefulGodRole = 'yongsin' | 'huisin' | 'gisin' | 'gusin' | 'hansin';

/** What an element is to the useful god: it, what helps it, what harms it, what helps that, and the rest. */
export const USEFUL_GOD_ROLES: readonly (Term & { readonly code: UsefulGodRole })[] = terms<UsefulGodRole>(`
  yongsin 용신 用神 Useful God
  huisin 희신 喜神 Favourable God
  gisin 기신 忌神 Unfavourable God
  gusin 구신 仇神 Hostile God
  hansin 한신 閑神 Idle God`);

/** A way to choose a useful god, and what it chooses here. */
export interface UsefulGodCandidate {
  /** 전왕, 조후, 통관, 병약 or 억부. */
  readonly method: Term;
  /** The element it chooses; null where it has nothing to say. */
  readonly element: ElementCode | null;
  /** Of 조후: the stems of the table in their order. */
  readonly stems: readonly Stem[];
  /** Whether its condition is met, so that it may be recommended. */
  readonly applies: boolean;
  readonly reasons: readonly Reason[];
}

/** 용신: the recommended one, the roles that follow from it, and every candidate. */
export interface UsefulGod {
  readonly element: ElementCode;
  readonly method: Term;
  /** What each element is: 용신, 희신, 기신, 구신, 한신. */
  readonly roles: Readonly<Record<UsefulGodRole, ElementCode>>;
  /** Of the recommended candidate, and of the roles. */
  readonly reasons: readonly Reason[];
  /** In order of precedence; the first that applies is recommended. */
  readonly candidates: readonly UsefulGodCandidate[];
}

/** Percent of the weights above which what bears the 용신 is too heavy to be 희신. */
export const TOO_HEAVY = 35;
const HUISIN_BEARS = rule('huisin_bears_yongsin', 'practice');
const HUISIN_IS_BORNE = rule('huisin_borne_by_yongsin', 'heal7');

/** Roles by the element of the 용신, where 희신 bears it and where 희신 is borne by it; shared and frozen. */
const [BEARING, BORNE] = [false, true].map(borne =>
  ELEMENTS.map((_, yongsin) => {
    const at = (distance: number): ElementCode => ELEMENTS[(yongsin + distance) % 5]!.code;
    return Object.freeze({
      yongsin: at(0),
      huisin: at(borne ? 1 : 4),
      gisin: at(3),
      gusin: at(2),
      hansin: at(borne ? 4 : 1),
    });
  }),
) as [UsefulGod['roles'][], UsefulGod['roles'][]];

/**
 * The useful god by each of five methods, in order of precedence: 전왕, 조후 where urgent, 통관, 병약, 억부, which always has one.
 * 희신 bears the 용신, or is borne by it where the bearer has over 35 % of the weights; 기신 controls it, 구신 bears 기신, 한신 is
 * the rest.
 */
export function usefulGod(
  saju: Saju,
  weights: StemWeights,
  elements: FiveElements,
  strength: Strength,
  pattern: Pattern,
): UsefulGod {
  const shares = elementFacts(elements);
  const units = elementUnits(weights, saju.dayStem);
  const total = weights.total + DAY_STEM_UNITS;
  const last = eokbu(saju, weights, shares, strength, units, total);
  const candidates = [
    jeonwang(pattern),
    johu(saju, shares, units, total),
    tonggwan(shares, units, total),
    byeongyak(shares, units, total, last.element),
    last,
  ];
  let first = 0;
  while (!candidates[first]!.applies) first++;
  const { method, element, reasons } = candidates[first]!;

  const yongsin = elementIndex(element);
  const bearer = (yongsin + 4) % 5;
  const borne = units[bearer]! * 100 > TOO_HEAVY * total;
  return {
    element: ELEMENTS[yongsin]!.code,
    method,
    roles: (borne ? BORNE : BEARING)[yongsin]!,
    reasons: appended(reasons, reason(borne ? HUISIN_IS_BORNE : HUISIN_BEARS, [shares[bearer]!])),
    candidates,
  };
}

function elementIndex(element: ElementCode | null): number {
  let index = 0;
  while (ELEMENTS[index]!.code !== element) index++;
  return index;
}
