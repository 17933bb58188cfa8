import type { Term } from '../../term.ts';
import type { Fact } from '../reason.ts';
import type { PillarName } from '../saju.ts';
import type { SourceCode } from '../sources.ts';

export type StarBase = 'dayStem' | 'monthBranch' | 'yearBranch' | 'dayBranch' | 'pillar' | 'chart';
export type StarNature = 'auspicious' | 'inauspicious' | 'mixed';

/** A star (신살) of a chart. */
export interface Star extends Term {
  readonly nature: StarNature;
  /** What it is counted from. */
  readonly base: StarBase;
  /** Where it sits. */
  readonly pillars: readonly PillarName[];
  /** Its rule in the glossary and in docs/reading.md; the same as its code but where a base has a rule of its own. */
  readonly rule: string;
  readonly source: SourceCode;
  /** The base, then what it was found at. */
  readonly facts: readonly Fact[];
}
