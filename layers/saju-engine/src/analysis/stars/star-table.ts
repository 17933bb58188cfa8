import { BRANCHES, branchIndex } from '../../calendar/branches.ts';
import { GAPJA } from '../../calendar/sexagenary.ts';
import { STEMS, stemIndex } from '../../calendar/stems.ts';
import { branchFact, type Fact, pillarFacts, stemFact } from '../reason.ts';
import { DAY, HOUR, MONTH, POSITIONS, type Saju, YEAR } from '../saju.ts';
import type { Star, StarBase } from './star.ts';
import { type StarRule, starAt, starRules } from './star-rule.ts';

/** Stars of one base, compiled: sets of rules are whole numbers, with bit n for rule n. */
export interface StarTable {
  readonly rules: readonly StarRule[];
  /** Where the base stands; null where pairs are stars by themselves. */
  readonly base: BasePlace | null;
  /** Rules that a pair (0 to 59) meets, at 60 × the base's stem or branch + pair. */
  readonly met: Int32Array;
  /** By the base's stem or branch: the rules that ask for a stem; the others ask for a branch. */
  readonly byStem: readonly number[];
  /** By position: the rules that count there. */
  readonly counted: readonly number[];
  /** The rules that ask for two branches together (`丑+卯`). */
  readonly together: number;
}

interface BasePlace {
  readonly part: 'stem' | 'branch';
  readonly position: number;
}

const NO_BASE = { part: null, position: 0 } as const;

const BASE_PLACES: Readonly<Partial<Record<StarBase, BasePlace>>> = {
  dayStem: { part: 'stem', position: DAY },
  monthBranch: { part: 'branch', position: MONTH },
  yearBranch: { part: 'branch', position: YEAR },
  dayBranch: { part: 'branch', position: DAY },
};

const PAIRS = 60;

/**
 * Stars counted from a stem or a branch. Cells hold the stems or branches at which the star sits: run together where each
 * has one (`-` for none), else apart by `·`.
 */
export function starTable(base: StarBase, rows: string): StarTable {
  const rules = starRules(base, rows, cells => cells.split(cells.includes('·') ? '·' : ''));
  const keys = rules[0]!.cells.length;
  const met = new Int32Array(PAIRS * keys);
  const byStem = new Array<number>(keys).fill(0);
  let together = 0;
  for (const [n, { cells }] of rules.entries()) {
    for (const [key, cell] of cells.entries()) {
      if (cell.includes('+')) together |= 1 << n;
      for (const hanja of cell) {
        const stem = stemIndex(hanja);
        if (stem >= 0) byStem[key]! |= 1 << n;
        const [first, step] = stem >= 0 ? [stem, STEMS.length] : [branchIndex(hanja), BRANCHES.length];
        if (first < 0) continue;
        for (let pair = first; pair < PAIRS; pair += step) met[PAIRS * key + pair]! |= 1 << n;
      }
    }
  }
  return { rules, base: BASE_PLACES[base] ?? null, met, byStem, counted: countedAt(rules), together };
}

/** Stars that pairs are by themselves: cells hold the pairs. */
export function pairTable(rows: string): StarTable {
  const rules = starRules('pillar', rows, cells => cells.match(/../g)!);
  const met = Int32Array.from(GAPJA, ({ hanja }) =>
    rules.reduce((set, { cells }, n) => set | (+cells.includes(hanja) << n), 0),
  );
  return { rules, base: null, met, byStem: [0], counted: countedAt(rules), together: 0 };
}

/** The set of the rules of these codes. */
export function ruleSet({ rules }: StarTable, ...codes: readonly string[]): number {
  return rules.reduce((set, { code }, n) => set | (+codes.includes(code) << n), 0);
}

function countedAt(rules: readonly StarRule[]): readonly number[] {
  return [...'ymdh'].map(initial => rules.reduce((set, { places }, n) => set | (+places.includes(initial) << n), 0));
}

/** What a chart's stars may be found at: the four stems as facts, then the four branches; those of an unknown hour are none. */
export function characterFacts(saju: Saju): readonly Fact[] {
  const { length } = saju.pillars;
  const none = stemFact(saju, DAY);
  return [
    stemFact(saju, YEAR),
    stemFact(saju, MONTH),
    none,
    length > HOUR ? stemFact(saju, HOUR) : none,
    branchFact(saju, YEAR),
    branchFact(saju, MONTH),
    branchFact(saju, DAY),
    length > HOUR ? branchFact(saju, HOUR) : none,
  ];
}

/** Where the branches begin in `characterFacts`. */
const BRANCH = 4;

/**
 * Adds the stars of a table that a chart has. Each is made anew: of 2,600 that might be shared, the 17 of a chart are
 * mostly out of the cache, and reading them takes longer than making them.
 * @param characters the chart's `characterFacts`
 */
export function addStars(found: Star[], table: StarTable, saju: Saju, characters: readonly Fact[]): void {
  const { rules, met, counted } = table;
  const { pillars } = saju;
  const { part, position } = table.base ?? NO_BASE;
  const key = part === 'stem' ? saju.stems[position]! : part === 'branch' ? saju.branches[position]! : 0;
  const at = part === 'stem' ? position : BRANCH + position;
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
    const first = (byStem >> n) & 1 ? 0 : BRANCH;
    found.push(starAt(rules[n]!, set, part === null ? pillarFacts(saju, set) : factsFrom(characters, at, first, set)));
  }
}

/** The base, then the facts at a set of positions, mostly one. A star that sits on its base has that fact once. */
function factsFrom(characters: readonly Fact[], base: number, first: number, set: number): readonly Fact[] {
  const lowest = first + 31 - Math.clz32(set & -set);
  if ((set & (set - 1)) === 0) {
    return lowest === base ? [characters[base]!] : [characters[base]!, characters[lowest]!];
  }
  const facts = [characters[base]!];
  for (const position of POSITIONS[set]!) if (first + position !== base) facts.push(characters[first + position]!);
  return facts;
}

function haveOneBranch({ branches }: Saju, set: number): boolean {
  const positions = POSITIONS[set]!;
  for (let n = 1; n < positions.length; n++) {
    if (branches[positions[n]!] !== branches[positions[0]!]) return false;
  }
  return true;
}
