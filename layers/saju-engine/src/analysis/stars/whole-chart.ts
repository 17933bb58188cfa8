import { BRANCHES } from '../../calendar/branches.ts';
import { STEMS } from '../../calendar/stems.ts';
import { branchFact, branchFacts, type Fact, stemFact, stemFacts } from '../reason.ts';
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
const TRIOS = SAMGI.cells.map(trio => [...trio].reduce((sum, hanja) => 10 * sum + indexOf(STEMS, hanja), 0));
/** The two branches of each net, as bits. */
const NET_SETS = NETS.cells.map(net => [...net].reduce((set, hanja) => set | (1 << indexOf(BRANCHES, hanja)), 0));
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
    found.push(starAt(SAMGI, 0b111 << first, stemFacts(saju, 0b111 << first)));
  }
}

function addNets(found: Star[], saju: Saju): void {
  const { branches } = saju;
  let present = 0;
  for (let position = YEAR; position < branches.length; position++) present |= 1 << branches[position]!;
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
  if (!NEEDLE_STEMS[dayStem] && !NEEDLE_BRANCHES[branches[DAY]!]) return;
  let count = 0;
  let set = 0;
  for (let position = YEAR; position < stems.length; position++) {
    const needles = Number(NEEDLE_STEMS[stems[position]!]!) + Number(NEEDLE_BRANCHES[branches[position]!]!);
    count += needles;
    if (needles > 0) set |= 1 << position;
  }
  if (count >= 2) found.push(starAt(NEEDLE, set, needleFacts(saju)));
}

function needleFacts(saju: Saju): readonly Fact[] {
  const facts: Fact[] = [];
  for (let position = YEAR; position < saju.stems.length; position++) {
    if (NEEDLE_STEMS[saju.stems[position]!]) facts.push(stemFact(saju, position));
    if (NEEDLE_BRANCHES[saju.branches[position]!]) facts.push(branchFact(saju, position));
  }
  return facts;
}
