import { ELEMENTS } from '../../calendar/elements.ts';
import type { Options } from '../../options.ts';
import { appended } from '../appended.ts';
import { branchFact, type Fact, type Reason, reason, rule } from '../reason.ts';
import type { Relation } from '../relations/relations.ts';
import { PILLAR_NAMES, type Saju } from '../saju.ts';
import { tenGodIndex } from '../ten-gods.ts';
import { type MonthPattern, tenGodPattern } from './month-pattern.ts';

/** 子平眞詮 (論用神變化): branches that meet in a 삼합 with the month change the pattern. */
const NOTED = rule('hoeguk', 'japyeong');
const RENAMED = rule('hoeguk_renames', 'japyeong');

/**
 * 회국: a complete 삼합 with the month branch is noted; with the option `rename` and where it holds as a 국 it names the
 * pattern by the ten god of its element, where that is of another family. Of the element's two stems the one that is visible
 * counts; where both or neither are, the 정기 of the 왕지, which is yin. 비겁 makes 월겁격.
 * @param samhap complete 삼합 with the month branch, if any
 * @param notes takes the 회국
 */
export function renamedByHoeguk(
  pattern: MonthPattern,
  samhap: Relation | null,
  saju: Saju,
  visible: number,
  option: Options['hoeguk'],
  notes: Reason[],
): MonthPattern {
  if (samhap === null) return pattern;
  const facts = samhap.pillars.map((pillar): Fact => branchFact(saju, PILLAR_NAMES.indexOf(pillar)));
  notes.push(reason(NOTED, facts));
  if (option !== 'rename' || samhap.transformation?.status !== 'transformed') return pattern;

  const yang = 2 * ELEMENTS.findIndex(({ code }) => code === samhap.element);
  const yangGod = tenGodIndex(saju.dayStem, yang);
  const yinGod = tenGodIndex(saju.dayStem, yang + 1);
  const yangAlone = ((visible >> yangGod) & 1) === 1 && ((visible >> yinGod) & 1) === 0;
  const god = yangAlone ? yangGod : yinGod;
  const family = pattern.god === null ? 0 : pattern.god >> 1;
  if (god >> 1 === family) return pattern;
  return {
    term: tenGodPattern(god),
    god: god < 2 ? null : god,
    reasons: appended(pattern.reasons, reason(RENAMED, facts)),
  };
}
