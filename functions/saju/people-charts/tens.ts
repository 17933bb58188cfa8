import type { FullChart } from '@heal7/saju-engine';

/** What stands in the clear beside a sealed chart: percent in tens, since finer numbers would tell the birth again. */
export interface ClearScores {
  readonly fiveElements: Readonly<Record<'wood' | 'fire' | 'earth' | 'metal' | 'water', number>>;
  readonly elementBalance: { readonly yang: number; readonly yin: number; readonly evenness: number };
  /** How sure the pillars are. */
  readonly accuracy: number;
}

export function clearScores({
  fiveElements: { scores },
  elementBalance: { yinYang, evenness },
  certainty,
}: Pick<FullChart, 'fiveElements' | 'elementBalance' | 'certainty'>): ClearScores {
  return {
    fiveElements: {
      wood: tens(scores.wood),
      fire: tens(scores.fire),
      earth: tens(scores.earth),
      metal: tens(scores.metal),
      water: tens(scores.water),
    },
    elementBalance: { yang: tens(yinYang.yang), yin: tens(yinYang.yin), evenness: tens(evenness) },
    accuracy: tens(certainty.accuracyScore),
  };
}

function tens(percent: number): number {
  return Math.round(percent / 10) * 10;
}
