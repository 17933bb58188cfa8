import { ELEMENTS, type ElementCode } from '../../calendar/elements.ts';
import type { Options } from '../../options.ts';
import type { Term } from '../../term.ts';
import { appended } from '../appended.ts';
import type { Reason } from '../reason.ts';
import type { Relation } from '../relations/relations.ts';
import { MONTH, type Saju } from '../saju.ts';
import type { StemWeights } from '../strength/stem-weights.ts';
import type { Strength } from '../strength/strength.ts';
import { TEN_GODS } from '../ten-gods.ts';
import { followingPattern } from './following-pattern.ts';
import { renamedByHoeguk } from './hoeguk.ts';
import { isMixedMonth, monthPattern } from './month-pattern.ts';
import { monthSet } from './month-set.ts';
import { patternState } from './pattern-state.ts';
import { singleElementPattern } from './single-element-pattern.ts';
import { transformedPattern } from './transformed-pattern.ts';
import { visibleGods } from './visible-gods.ts';

/** 격국. */
export interface Pattern extends Term {
  readonly group: 'inner' | 'outer';
  /** The ten god that names an inner pattern; null for 건록격, 양인격, 월겁격 and outer patterns. */
  readonly tenGod: Term | null;
  /** The element an outer pattern follows or becomes. */
  readonly element: ElementCode | null;
  /** 잡기: the month branch is one of 辰戌丑未. */
  readonly mixed: boolean;
  /** 성격 or 파격; null for outer patterns. */
  readonly state: 'formed' | 'broken' | null;
  readonly reasons: readonly Reason[];
  /** Outer patterns that were near (가종, 가화), a 삼합 of the month (회국). */
  readonly notes: readonly Reason[];
}

/**
 * The pattern of a chart, the first that is found: 화격, 일행득기격, 종격 (outer), then what the month names (inner) with its 성패.
 * A stem is visible (투출) in the year, month or hour.
 */
export function pattern(
  saju: Saju,
  weights: StemWeights,
  strength: Strength,
  relations: readonly Relation[],
  options: Options,
): Pattern {
  const visible = visibleGods(saju);
  const samhap = monthSet(relations, 'samhap');
  const mixed = isMixedMonth(saju.branches[MONTH]!);
  const notes: Reason[] = [];
  const outer =
    transformedPattern(saju, weights, notes) ??
    singleElementPattern(saju, visible, samhap, monthSet(relations, 'banghap'), notes) ??
    followingPattern(saju, weights, strength, visible, notes);
  if (outer !== null) {
    const { code, hangul, hanja, english } = outer.term;
    return {
      code,
      hangul,
      hanja,
      english,
      group: 'outer',
      tenGod: null,
      element: ELEMENTS[outer.element]!.code,
      mixed,
      state: null,
      reasons: outer.reasons,
      notes,
    };
  }
  const named = monthPattern(saju, visible, weights);
  const { term, god, reasons } = renamedByHoeguk(named, samhap, saju, visible, options.hoeguk, notes);
  const { state, reason } = patternState(saju, god, visible);
  const { code, hangul, hanja, english } = term;
  return {
    code,
    hangul,
    hanja,
    english,
    group: 'inner',
    tenGod: god === null ? null : TEN_GODS[god]!,
    element: null,
    mixed,
    state,
    reasons: appended(reasons, reason),
    notes,
  };
}
