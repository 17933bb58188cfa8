import { BRANCHES, branchIndex } from '../../calendar/branches.ts';
import { STEMS, stemIndex } from '../../calendar/stems.ts';
import type { Term } from '../../term.ts';
import { hiddenStems, MAIN_STEM } from '../hidden-stems.ts';
import {
  branchFact,
  branchGodFact,
  type Fact,
  fact,
  type Reason,
  type Rule,
  reason,
  rule,
  stemFact,
  stemFacts,
} from '../reason.ts';
import { DAY, MONTH, POSITIONS, type Saju } from '../saju.ts';
import type { StemWeights } from '../strength/stem-weights.ts';
import { tenGodIndex } from '../ten-gods.ts';
import { OWN_MONTH_PATTERNS, TEN_GOD_PATTERNS } from './pattern-terms.ts';
import { visibleFact } from './visible-gods.ts';

/** An inner pattern (내격) that was found: the month names it. */
export interface MonthPattern {
  readonly term: Term;
  /** The ten god (2 to 9) that names it; null for 건록격, 양인격 and 월겁격. */
  readonly god: number | null;
  /** One or two. */
  readonly reasons: readonly Reason[];
}

const branchesOf = (row: string): number[] => [...row].map(branchIndex);
/** 건록 of each day stem 甲 … 癸. */
const GEOLLOK = branchesOf('寅卯巳午巳午申酉亥子');
/** 양인 of the yang stems; the yin stems have none here. */
const YANGIN = branchesOf('卯-午-午-酉-子-');
const [GEOLLOK_PATTERN, YANGIN_PATTERN, WOLGEOP_PATTERN] = OWN_MONTH_PATTERNS as [Term, Term, Term];

/** 子平眞詮 (論陽刃, 論建祿月劫, 論用神, 論用神變化, 論雜氣如何取用). */
const BY_GEOLLOK = rule('geollokgyeok', 'japyeong');
const BY_YANGIN = rule('yangingyeok', 'japyeong');
const BY_WOLGEOP = rule('wolgeopgyeok', 'japyeong');
const MAIN_VISIBLE = rule('jeonggi_visible', 'japyeong');
const MAIN_HIDDEN = rule('jeonggi_not_visible', 'japyeong');
const OTHER_VISIBLE = rule('other_hidden_stem_visible', 'japyeong');
const NONE_VISIBLE = rule('jeonggi_by_default', 'japyeong');
const MAIN_IS_OWN = rule('bigyeop_names_no_pattern', 'japyeong');

/** Stems hidden in each branch as a pattern prefers them, by school: 정기, then by days, 중기 before 여기 where these are equal. */
const PREFERRED: readonly (readonly (readonly number[])[])[] = (['wollyul', 'inwon'] as const).map(school =>
  BRANCHES.map((_, branch) => {
    // 정기, 중기, 여기; the sort leaves equals in this order.
    const [main, ...others] = hiddenStems(branch, school).toReversed();
    return [main!, ...others.toSorted((a, b) => b.days - a.days)].map(({ hanja }) => stemIndex(hanja));
  }),
);

/** By stem, that the month branch hides it. */
const HIDDEN_FACTS = STEMS.map(({ code }) => Object.freeze(fact(`pillars.month.hiddenStems.${code}`, code)));

/**
 * 건록격, 양인격 and 월겁격 where the month is the day stem's own; else the pattern of the ten god of a stem hidden in the month:
 * 정기 if visible, else of the others the visible one with more days (of equals 중기), else 정기. 비겁 names none: where it is
 * 정기 in 辰戌丑未, a visible other goes first, else it is 월겁격.
 * @param visible set of the visible ten gods
 */
export function monthPattern(saju: Saju, visible: number, { school }: StemWeights): MonthPattern {
  const { branches, dayStem } = saju;
  const branch = branches[MONTH]!;
  if (branch === GEOLLOK[dayStem]) return ownMonthPattern(GEOLLOK_PATTERN, BY_GEOLLOK, saju);
  if (branch === YANGIN[dayStem]) return ownMonthPattern(YANGIN_PATTERN, BY_YANGIN, saju);

  const main = MAIN_STEM[branch]!;
  const mainGod = tenGodIndex(dayStem, main);
  if (mainGod >= 2 || isMixedMonth(branch)) {
    const hidden = PREFERRED[school === 'inwon' ? 1 : 0]![branch]!;
    for (let n = 0; n < hidden.length; n++) {
      const stem = hidden[n]!;
      const god = tenGodIndex(dayStem, stem);
      if (god < 2 || ((visible >> god) & 1) === 0) continue;
      const seen = reason(n === 0 ? MAIN_VISIBLE : OTHER_VISIBLE, seenFacts(saju, stem));
      return { term: tenGodPattern(god), god, reasons: n === 0 ? [seen] : [insteadOfMain(saju, main, mainGod), seen] };
    }
  }
  if (mainGod < 2) return ownMonthPattern(WOLGEOP_PATTERN, BY_WOLGEOP, saju);
  const byDefault = reason(NONE_VISIBLE, [branchFact(saju, MONTH), branchGodFact(saju, MONTH)]);
  return { term: tenGodPattern(mainGod), god: mainGod, reasons: [insteadOfMain(saju, main, mainGod), byDefault] };
}

function ownMonthPattern(term: Term, rule: Rule, saju: Saju): MonthPattern {
  const facts = [stemFact(saju, DAY), branchFact(saju, MONTH), branchGodFact(saju, MONTH)];
  return { term, god: null, reasons: [reason(rule, facts)] };
}

/** Why it is not 정기 that names the pattern: its ten god is not visible, or is 비겁. */
function insteadOfMain(saju: Saju, main: number, god: number): Reason {
  return god < 2
    ? reason(MAIN_IS_OWN, [HIDDEN_FACTS[main]!, branchGodFact(saju, MONTH)])
    : reason(MAIN_HIDDEN, [HIDDEN_FACTS[main]!, visibleFact(god, 0)]);
}

/** Whether a month branch (0 to 11) is 辰 戌 丑 or 未, whose hidden stems are of all kinds (잡기). */
export function isMixedMonth(branch: number): boolean {
  return branch % 3 === 1;
}

/** The inner pattern that a ten god (0 to 9) names: 비견 and 겁재 no more than that the month is one's own. */
export function tenGodPattern(god: number): Term {
  return god < 2 ? WOLGEOP_PATTERN : TEN_GOD_PATTERNS[god - 2]!;
}

/** That the month hides a stem, and where it is visible. */
function seenFacts(saju: Saju, stem: number): readonly Fact[] {
  const { stems } = saju;
  let seen = 0;
  for (let position = 0; position < stems.length; position++) {
    if (position !== DAY && stems[position] === stem) seen |= 1 << position;
  }
  const at = POSITIONS[seen]!;
  return at.length === 1
    ? [HIDDEN_FACTS[stem]!, stemFact(saju, at[0]!)]
    : [HIDDEN_FACTS[stem]!, ...stemFacts(saju, seen)];
}
