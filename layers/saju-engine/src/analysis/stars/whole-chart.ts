import { BRANCHES, branchIndex } from '../../calendar/branches.ts';
import { STEMS, stemIndex } from '../../calendar/stems.ts';
import { branchFact, branchFacts, type Fact, stemFact, stemFacts } from '../reason.ts';
import { branchSet } from '../relations/complete-sets.ts';
import { DAY, type Saju, YEAR } from '../saju.ts';
import type { Star } from './star.ts';
import { type StarRule, starAt, starRules } from './star-rule.ts';

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
const TRIOS = SAMGI.cells.map(trio => [...trio].reduce((sum, hanja) => 10 * sum + stemIndex(hanja), 0));
/** The two branches of each net, as bits. */
const NET_SETS = NETS.cells.map(net => [...net].reduce((set, hanja) => set | (1 << branchIndex(hanja)), 0));
/** As bits. */
const NEEDLE_STEMS = needles(STEMS);
const NEEDLE_BRANCHES = needles(BRANCHES);

function needles(terms: readonly { readonly hanja: string }[]): number {
  return terms.reduce((set, { hanja }, index) => set | (+NEEDLE.cells[0]!.includes(hanja) << index), 0);
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
    const trio = 100 * stems[first]! + 10 * stems[first + 1]! + stems[first + 2]!;
    for (let n = 0; n < TRIOS.length; n++) {
      if (trio === TRIOS[n]) found.push(starAt(SAMGI, 0b111 << first, stemFacts(saju, 0b111 << first)));
    }
  }
}

function addNets(found: Star[], saju: Saju): void {
  const { branches } = saju;
  const present = branchSet(branches);
  let caught = 0;
  for (let n = 0; n < NET_SETS.length; n++) if ((present & NET_SETS[n]!) === NET_SETS[n]) caught |= NET_SETS[n]!;
  if (caught === 0) return;
  let set = 0;
  for (let position = YEAR; position < branches.length; position++) {
    if ((caught >> branches[position]!) & 1) set |= 1 << position;
  }
  found.push(starAt(NETS, set, branchFacts(saju, set)));
}

function addNeedles(found: Star[], saju: Saju): void {
  const { stems, branches, dayStem } = saju;
  if ((((NEEDLE_STEMS >> dayStem) | (NEEDLE_BRANCHES >> branches[DAY]!)) & 1) === 0) return;
  const facts: Fact[] = [];
  let set = 0;
  for (let position = YEAR; position < stems.length; position++) {
    const byStem = (NEEDLE_STEMS >> stems[position]!) & 1;
    const byBranch = (NEEDLE_BRANCHES >> branches[position]!) & 1;
    if (byStem === 1) facts.push(stemFact(saju, position));
    if (byBranch === 1) facts.push(branchFact(saju, position));
    set |= (byStem | byBranch) << position;
  }
  if (facts.length >= 2) found.push(starAt(NEEDLE, set, facts));
}
