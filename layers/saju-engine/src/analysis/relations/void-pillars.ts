import { branchFact, branchFacts, pillarFact, type Reason, reason, rule } from '../reason.ts';
import { DAY, PILLAR_NAMES, type PillarName, type Saju, YEAR } from '../saju.ts';
import { isVoid } from '../void-branches.ts';
import { isChung, isYukhap } from './branch-relations.ts';
import { branchSet, completeSets, inCompleteSamhap } from './complete-sets.ts';

/** A pillar whose branch is void (공망). */
export interface VoidPillar {
  readonly pillar: PillarName;
  /** By the day pillar (the main rule) or by the year pillar; the base itself is never void. */
  readonly base: 'day' | 'year';
  /** 해공: the void branch is in a 육합, 삼합 or 충 of the chart. */
  readonly released: boolean;
  /** 공망 by the base's pair, then each that releases it. */
  readonly reasons: readonly Reason[];
}

/** 三命通會 (論空亡) has the void branches; that 합 and 충 release them, Korean books of today. */
const VOID = rule('gongmang', 'samyeong');
const BY_YUKHAP = rule('haegong_by_yukhap', 'practice');
const BY_CHUNG = rule('haegong_by_chung', 'practice');
const BY_SAMHAP = rule('haegong_by_samhap', 'practice');

/** Void pillars of a chart: by the day first, then by the year; each from year to hour. */
export function voidPillars(saju: Saju): readonly VoidPillar[] {
  const { pillars, branches } = saju;
  let any = false;
  for (let position = 0; position < branches.length; position++) {
    const branch = branches[position]!;
    if (isVoid(pillars[DAY]!, branch) || isVoid(pillars[YEAR]!, branch)) any = true;
  }
  const found: VoidPillar[] = [];
  // Two charts in five have none; a pair is never void by itself.
  if (!any) return found;
  addVoid(found, saju, DAY, 'day');
  addVoid(found, saju, YEAR, 'year');
  return found;
}

function addVoid(found: VoidPillar[], saju: Saju, at: number, base: VoidPillar['base']): void {
  const { pillars, branches } = saju;
  for (let position = 0; position < branches.length; position++) {
    if (position === at || !isVoid(pillars[at]!, branches[position]!)) continue;
    const reasons = [reason(VOID, [pillarFact(saju, at), branchFact(saju, position)])];
    addReleases(reasons, saju, position);
    found.push({ pillar: PILLAR_NAMES[position]!, base, released: reasons.length > 1, reasons });
  }
}

/** 해공, a reason for each partner in 육합 and in 충, and one for a complete 삼합 (반합 is not enough). */
function addReleases(reasons: Reason[], saju: Saju, at: number): void {
  const { branches } = saju;
  const branch = branches[at]!;
  let samhap = 0;
  for (let position = 0; position < branches.length; position++) {
    const other = branches[position]!;
    if (isYukhap(branch, other)) {
      reasons.push(reason(BY_YUKHAP, [branchFact(saju, at), branchFact(saju, position)]));
    } else if (isChung(branch, other)) {
      reasons.push(reason(BY_CHUNG, [branchFact(saju, at), branchFact(saju, position)]));
    } else if (other !== branch && ((other ^ branch) & 3) === 0) {
      samhap |= 1 << position;
    }
  }
  if ((samhap & (samhap - 1)) !== 0 && inCompleteSamhap(branch, completeSets(branchSet(branches)))) {
    reasons.push(reason(BY_SAMHAP, [branchFact(saju, at), ...branchFacts(saju, samhap)]));
  }
}
