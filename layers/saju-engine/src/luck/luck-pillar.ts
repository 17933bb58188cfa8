import { type Pillar, readPillar } from '../analysis/pillar.ts';
import { type LuckRelation, luckRelations } from '../analysis/relations/luck-relations.ts';
import { DAY, type Saju } from '../analysis/saju.ts';
import { isVoid } from '../analysis/void-branches.ts';
import type { Options } from '../options.ts';

/** A pillar of luck (대운, 세운, 월운, 일운) read against the chart. */
export interface LuckPillar extends Pillar {
  /** Relations to the chart's pillars, and to the running 대운. */
  readonly relations: readonly LuckRelation[];
  /** Whether its branch is void (공망) by the chart's day pillar. */
  readonly isVoid: boolean;
}

/**
 * Reads one of the sixty pairs as luck of a chart.
 * @param daeun pair (0 to 59) of the 대운 that runs meanwhile, if the pair itself is not one
 */
export function readLuckPillar(index: number, saju: Saju, options: Options, daeun?: number): LuckPillar {
  return {
    ...readPillar(index, saju, options),
    relations: luckRelations(index, saju, options, daeun),
    isVoid: isVoid(saju.pillars[DAY]!, index % 12),
  };
}
