import { BRANCHES } from '../../calendar/branches.ts';
import { GAPJA } from '../../calendar/sexagenary.ts';
import { STEMS } from '../../calendar/stems.ts';
import { branchFact, type Fact, pillarFact, stemFact } from '../reason.ts';
import { DAY, HOUR, MONTH, POSITIONS, type Saju, YEAR } from '../saju.ts';
import type { Star, StarBase } from './star.ts';
import { type StarRule, starAt, starRules } from './star-rule.ts';

/** Stars of one base, compiled: sets of rules are whole numbers, with bit n for rule n. */
export interface StarTable {
  readonly rules: readonly StarRule[];
  /** Rules that a pair (0 to 59) meets, at 60 × the base's stem or branch + pair. */
  readonly met: readonly number[];
  /** By the base's stem or branch: the rules that ask for a stem; the others ask for a branch. */
  readonly byStem: readonly number[];
  /** By position: the rules that count there. */
  readonly counted: readonly number[];
  /** The rules that ask for two branches together (`丑+卯`). */
  readonly together: number;
  /** Stars that sit in one place, as most do: each made when first met, then shared. By `single`. */
  readonly singles: (Star | undefined)[];
}

const PAIRS = 60;
const POSITION_COUNT = 4;
const STEM_ORDER = STEMS.map(stem => stem.hanja).join('');
const BRANCH_ORDER = BRANCHES.map(branch => branch.hanja).join('');

/**
 * Stars counted from a stem or a branch. Cells hold the stems or branches at which the star sits: run together where each
 * has one (`-` for none), else apart by `·`.
 */
export function starTable(base: StarBase, rows: string): StarTable {
  const rules = starRules(base, rows, cells => cells.split(cells.includes('·') ? '·' : ''));
  const keys = rules[0]!.cells.length;
  const met = new Array<number>(PAIRS * keys).fill(0);
  const byStem = new Array<number>(keys).fill(0);
  let together = 0;
  for (const [n, { cells }] of rules.entries()) {
    for (const [key, cell] of cells.entries()) {
      if (cell.includes('+')) together |= 1 << n;
      for (const hanja of cell) {
        const stem = STEM_ORDER.indexOf(hanja);
        if (stem >= 0) byStem[key]! |= 1 << n;
        const [first, step] = stem >= 0 ? [stem, STEMS.length] : [BRANCH_ORDER.indexOf(hanja), BRANCHES.length];
        if (first < 0) continue;
        for (let pair = first; pair < PAIRS; pair += step) met[PAIRS * key + pair]! |= 1 << n;
      }
    }
  }
  return {
    rules,
    met,
    byStem,
    counted: countedAt(rules),
    together,
    singles: room(keys * rules.length * BRANCHES.length),
  };
}

/** Stars that pairs are by themselves: cells hold the pairs. */
export function pairTable(rows: string): StarTable {
  const rules = starRules('pillar', rows, cells => cells.match(/../g)!);
  const met = GAPJA.map(({ hanja }) => rules.reduce((set, { cells }, n) => set | (+cells.includes(hanja) << n), 0));
  return { rules, met, byStem: [0], counted: countedAt(rules), together: 0, singles: room(rules.length * PAIRS) };
}

/** Room for so many rows of stars by position. */
function room(rows: number): (Star | undefined)[] {
  return new Array(rows * POSITION_COUNT).fill(undefined);
}

/** The set of the rules of these codes. */
export function ruleSet({ rules }: StarTable, ...codes: readonly string[]): number {
  return rules.reduce((set, { code }, n) => set | (+codes.includes(code) << n), 0);
}

function countedAt(rules: readonly StarRule[]): readonly number[] {
  return [...'ymdh'].map(initial => rules.reduce((set, { places }, n) => set | (+places.includes(initial) << n), 0));
}

/**
 * Adds the stars of a table that a chart has.
 * @param key the base's stem or branch; 0 where pairs are stars by themselves
 * @param base the fact of the base; null where there is none
 */
export function addStars(found: Star[], table: StarTable, saju: Saju, key: number, base: Fact | null): void {
  const { rules, met, counted } = table;
  const { pillars } = saju;
  const row = PAIRS * key;
  const year = met[row + pillars[YEAR]!]! & counted[YEAR]!;
  const month = met[row + pillars[MONTH]!]! & counted[MONTH]!;
  const day = met[row + pillars[DAY]!]! & counted[DAY]!;
  const hour = pillars.length > HOUR ? met[row + pillars[HOUR]!]! & counted[HOUR]! : 0;
  const byStem = table.byStem[key]!;
  for (let left = year | month | day | hour; left !== 0; left &= left - 1) {
    const n = 31 - Math.clz32(left & -left);
    const set =
      ((year >> n) & 1) | (((month >> n) & 1) << MONTH) | (((day >> n) & 1) << DAY) | (((hour >> n) & 1) << HOUR);
    if ((table.together >> n) & 1 && haveOneBranch(saju, set)) continue;
    const part = base === null ? 'pillar' : (byStem >> n) & 1 ? 'stem' : 'branch';
    found.push(
      (set & (set - 1)) === 0
        ? single(table, saju, key, n, 31 - Math.clz32(set), base, part)
        : starAt(rules[n]!, set, factsAt(saju, set, base, part)),
    );
  }
}

type Part = 'stem' | 'branch' | 'pillar';

/** The star of a rule at one position. */
function single(
  { rules, singles }: StarTable,
  saju: Saju,
  key: number,
  n: number,
  position: number,
  base: Fact | null,
  part: Part,
): Star {
  const row = key * rules.length + n;
  const index =
    POSITION_COUNT *
      (part === 'pillar'
        ? row * PAIRS + saju.pillars[position]!
        : row * BRANCHES.length + (part === 'stem' ? saju.stems : saju.branches)[position]!) +
    position;
  singles[index] ??= Object.freeze(
    starAt(rules[n]!, 1 << position, Object.freeze(factsAt(saju, 1 << position, base, part))),
  );
  return singles[index];
}

function factOf(saju: Saju, position: number, part: Part): Fact {
  return part === 'pillar'
    ? pillarFact(saju, position)
    : part === 'stem'
      ? stemFact(saju, position)
      : branchFact(saju, position);
}

/** The base, then what stands at each position; where the star sits on its base, that is said once. */
function factsAt(saju: Saju, set: number, base: Fact | null, part: Part): Fact[] {
  const facts = base === null ? [] : [base];
  const positions = POSITIONS[set]!;
  for (let n = 0; n < positions.length; n++) {
    const fact = factOf(saju, positions[n]!, part);
    if (fact !== base) facts.push(fact);
  }
  return facts;
}

function haveOneBranch({ branches }: Saju, set: number): boolean {
  const positions = POSITIONS[set]!;
  return positions.every(position => branches[position] === branches[positions[0]!]);
}
