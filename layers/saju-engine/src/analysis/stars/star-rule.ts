import type { Term } from '../../term.ts';
import type { Fact } from '../reason.ts';
import { PILLAR_SETS } from '../saju.ts';
import type { SourceCode } from '../sources.ts';
import type { Star, StarBase, StarNature } from './star.ts';

/** A row of a table of stars: all that holds of a star in every chart. */
export interface StarRule extends Term {
  readonly nature: StarNature;
  readonly base: StarBase;
  readonly source: SourceCode;
  /** Where it counts, by the initials of the pillars: `ymdh` is anywhere. */
  readonly places: string;
  /** What it is found at: a cell for each stem or branch of the base from 甲 or 子 on, or the pairs. */
  readonly cells: readonly string[];
}

/**
 * Rules from rows of `code hangul hanja nature source places cells english…`.
 * @param split cells of the row's text
 */
export function starRules(
  base: StarBase,
  rows: string,
  split: (cells: string) => readonly string[],
): readonly StarRule[] {
  return rows
    .trim()
    .split('\n')
    .map(row => {
      const [code = '', hangul = '', hanja = '', nature, source, places = '', cells = '', ...english] = row
        .trim()
        .split(' ');
      return Object.freeze({
        code,
        hangul,
        hanja,
        english: english.join(' '),
        nature: nature as StarNature,
        base,
        source: source as SourceCode,
        places,
        cells: split(cells),
      });
    });
}

/**
 * A star at a set of positions (bit 0 is the year's).
 * @param facts the base, then what it was found at
 */
export function starAt(
  { code, hangul, hanja, english, nature, base, source }: StarRule,
  set: number,
  facts: readonly Fact[],
): Star {
  return { code, hangul, hanja, english, nature, base, pillars: PILLAR_SETS[set]!, rule: code, source, facts };
}
