import { readPillar } from '../../../../layers/saju-engine/src/analysis/pillar.ts';
import { reading } from '../../../../layers/saju-engine/src/analysis/reading.ts';
import type { Reason } from '../../../../layers/saju-engine/src/analysis/reason.ts';
import { DAY, PILLAR_NAMES, type Saju } from '../../../../layers/saju-engine/src/analysis/saju.ts';
import { type Options, withDefaults } from '../../../../layers/saju-engine/src/options.ts';
import { sajuOf } from './hanja-pillars.ts';

/** Pillars (in hanja, year first) with their reading, as a full chart has them: what facts are read back from. */
export function readPillars(pillars: string | Saju, options?: Partial<Options>) {
  const saju = typeof pillars === 'string' ? sajuOf(pillars) : pillars;
  const all = withDefaults(options);
  return {
    pillars: Object.fromEntries(
      PILLAR_NAMES.map((name, position) => {
        const index = saju.pillars[position];
        return [name, index === undefined ? null : readPillar(index, saju, all, position === DAY)];
      }),
    ),
    ...reading(saju, all),
  };
}

export function rules(reasons: readonly Reason[]): string[] {
  return reasons.map(({ rule }) => rule);
}
