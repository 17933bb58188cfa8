import { BRANCHES } from '../../calendar/branches.ts';
import { STEMS } from '../../calendar/stems.ts';
import { branchFact, type Fact, stemFact } from '../reason.ts';
import { DAY, type Saju, YEAR } from '../saju.ts';
import type { Star } from './star.ts';
import { type StarRule, starAt, starRules } from './star-rule.ts';
import { POSITIONS } from './star-table.ts';

/**
 * Of the whole chart: three stems side by side in this order, two branches together, two or more of six characters drawn
 * like needles, one of them in the day pillar (how many make 현침 is our choice).
 */
export const WHOLE_CHART_RULES = starRules(
  'chart',
  `
  samgi 삼기귀인 三奇貴人 auspicious samyeong ymdh 甲戊庚·乙丙丁·辛壬癸 Three Wonders Nobleman
  cheollajimang 천라지망 天羅地網 inauspicious samyeong ymdh 戌亥·辰巳 Heavenly Net and Earthly Snare
  hyeonchim 현침살 懸針殺 mixed heal7 ymdh 甲辛卯午未申 Hanging Needle`,
  cells => cells.split('·'),
);

const [SAMGI, NETS, NEEDLE] = WHOLE_CHART_RULES as readonly [StarRule, StarRule, StarRule];

/** Three stems as digits of a number. */
const TRIOS = SAMGI.cells.map(trio => [...trio].reduce((sum, hanja) => 10 * sum + indexOf(STEMS, hanja), 0));
const NET_PAIRS = NETS.cells.map(net => [...net].map(hanja => indexOf(BRANCHES, hanja)) as [number, number]);
const NEEDLE_STEMS = STEMS.map(({ hanja }) => NEEDLE.cells[0]!.includes(hanja));
const NEEDLE_BRANCHES = BRANCHES.map(({ hanja }) => NEEDLE.cells[0]!.includes(hanja));

function indexOf(terms: readonly { readonly hanja: string }[], hanja: string): number {
  return terms.findIndex(term => term.hanja === hanja);
}

/** Adds the stars that the chart has as a whole. */
export function addWholeChartStars(found: Star[], saju: Saju): void {
  addThreeWonders(found, saju);
  addNets(found, saju);
  addNeedles(found, saju);
}

function addThreeWonders(found: Star[], saju: Saju): void {
  const { stems } = saju;
  for (let first = YEAR; first + 2 < stems.length; first++) {
    if (!TRIOS.includes(100 * stems[first]! + 10 * stems[first + 1]! + stems[first + 2]!)) continue;
    const facts = [stemFact(saju, first), stemFact(saju, first + 1), stemFact(saju, first + 2)];
    found.push(starAt(SAMGI, 0b111 << first, facts));
  }
}

function addNets(found: Star[], saju: Saju): void {
  let set = 0;
  for (const [one, other] of NET_PAIRS) {
    const ones = positionsOf(saju, one);
    const others = positionsOf(saju, other);
    if (ones !== 0 && others !== 0) set |= ones | others;
  }
  if (set === 0) return;
  const facts = POSITIONS[set]!.map(position => branchFact(saju, position));
  found.push(starAt(NETS, set, facts));
}

function positionsOf({ branches }: Saju, branch: number): number {
  let set = 0;
  for (let position = YEAR; position < branches.length; position++) {
    if (branches[position] === branch) set |= 1 << position;
  }
  return set;
}

function addNeedles(found: Star[], saju: Saju): void {
  const { stems, branches, dayStem } = saju;
  if (!NEEDLE_STEMS[dayStem] && !NEEDLE_BRANCHES[branches[DAY]!]) return;
  const facts: Fact[] = [];
  let set = 0;
  for (let position = YEAR; position < stems.length; position++) {
    const isStem = NEEDLE_STEMS[stems[position]!]!;
    const isBranch = NEEDLE_BRANCHES[branches[position]!]!;
    if (isStem) facts.push(stemFact(saju, position));
    if (isBranch) facts.push(branchFact(saju, position));
    if (isStem || isBranch) set |= 1 << position;
  }
  if (facts.length >= 2) found.push(starAt(NEEDLE, set, facts));
}
