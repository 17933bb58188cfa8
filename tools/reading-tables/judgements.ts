import { FORSAKEN, LEADING, OVERWHELMING } from '../../layers/saju-engine/src/analysis/pattern/following-pattern.ts';
import { type Reading, reading } from '../../layers/saju-engine/src/analysis/reading.ts';
import type { Rule } from '../../layers/saju-engine/src/analysis/reason.ts';
import { PILLAR_NAMES, saju } from '../../layers/saju-engine/src/analysis/saju.ts';
import type { SourceCode } from '../../layers/saju-engine/src/analysis/sources.ts';
import { EXCESSIVE, MONTH_COMMAND, SEASONS } from '../../layers/saju-engine/src/analysis/strength/five-elements.ts';
import { BRANCH_PLACES, STEM_PLACES } from '../../layers/saju-engine/src/analysis/strength/stem-weights.ts';
import { STRENGTH_LIMITS, STRENGTHS } from '../../layers/saju-engine/src/analysis/strength/strength.ts';
import { ILLNESS } from '../../layers/saju-engine/src/analysis/useful-god/byeongyak.ts';
import { USABLE } from '../../layers/saju-engine/src/analysis/useful-god/eokbu.ts';
import { johuStems, TOO_LITTLE } from '../../layers/saju-engine/src/analysis/useful-god/johu.ts';
import { EACH, TOGETHER } from '../../layers/saju-engine/src/analysis/useful-god/tonggwan.ts';
import { TOO_HEAVY } from '../../layers/saju-engine/src/analysis/useful-god/useful-god.ts';
import { BRANCHES } from '../../layers/saju-engine/src/calendar/branches.ts';
import { hourGapja } from '../../layers/saju-engine/src/calendar/sexagenary.ts';
import { STEMS } from '../../layers/saju-engine/src/calendar/stems.ts';
import { type GlossaryKind, glossary } from '../../layers/saju-engine/src/glossary/index.ts';
import { DEFAULT_OPTIONS } from '../../layers/saju-engine/src/options.ts';
import { code, hanja, name, source, table } from './markdown.ts';

export const judgementTables = {
  weights: () =>
    table(
      ['', ...PILLAR_NAMES],
      [
        ['stem', ...STEM_PLACES.map(weight => (weight === 0 ? '–' : weight))],
        ['branch', ...BRANCH_PLACES],
      ],
    ),

  seasons: () =>
    table(
      ['', ...['the month’s element', 'borne by it', 'controlled by it', 'controls it', 'bears it']],
      [
        ['왕상휴수사', ...SEASONS.map(name)],
        ['scores ×', ...MONTH_COMMAND.map(tenths => (tenths / 10).toFixed(1))],
      ],
    ),

  'strength-words': () =>
    table(
      ['P', 'Word', 'Code'],
      STRENGTHS.map((word, level) => [
        level === 0 ? `under ${STRENGTH_LIMITS[0]}` : `from ${STRENGTH_LIMITS[level - 1]}`,
        name(word),
        code(word.code),
      ]),
    ),

  thresholds: () =>
    table(
      ['Where', 'Then'],
      [
        [`P ≥ ${OVERWHELMING}`, '종왕격 or 종강격, if nothing opposes'],
        [`P ≤ ${FORSAKEN}`, '종아격, 종재격, 종살격 or 종세격, if nothing helps'],
        [`one of 식상, 재성, 관성 > ${LEADING} % of the three`, 'it is the one that is followed, else 종세격'],
        [`fire in 亥子丑, water in 巳午未 < ${TOO_LITTLE} %`, '조후 is urgent'],
        [`two elements in conflict ≥ ${EACH} % each, ≥ ${TOGETHER} % together`, '통관 applies'],
        [`an element that 억부 does not choose ≥ ${ILLNESS} %`, '병약 applies'],
        [`관성, then 식상, ≥ ${USABLE} %`, '억부 can use it'],
        [`what bears the 용신 > ${TOO_HEAVY} %`, '희신 is what the 용신 bears'],
        [`an element ≥ ${EXCESSIVE} % of the scores`, 'it is named excessive'],
      ],
    ),

  'rules-void': () => ruleTable(({ voidPillars }) => voidPillars.flatMap(({ reasons }) => reasons)),

  'rules-transformation': () =>
    ruleTable(({ relations }) => relations.flatMap(({ transformation }) => transformation?.reasons ?? [])),

  'rules-strength': () => ruleTable(({ strength }) => strength.reasons),

  'rules-pattern': () => ruleTable(({ pattern }) => [...pattern.reasons, ...pattern.notes]),

  'rules-useful-god': () =>
    ruleTable(({ usefulGod }) => [...usefulGod.candidates.flatMap(({ reasons }) => reasons), ...usefulGod.reasons]),

  patterns: () =>
    table(
      ['Pattern', 'Code', 'What it is'],
      glossary()
        .filter(({ kind }) => kind === 'pattern')
        .map(entry => [name(entry), code(entry.code), entry.meaning.english]),
    ),

  johu: () => {
    const months = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1];
    return table(
      ['', ...months.map(month => BRANCHES[month]!.hanja)],
      STEMS.map((stem, index) => [stem.hanja, ...months.map(month => hanja(johuStems(index, month)))]),
    );
  },
};

/** Kinds of entries that rules of the reading have, besides stars and relations. */
const RULE_KINDS: readonly GlossaryKind[] = ['pattern', 'usefulGodMethod', 'rule'];

/** Rules that a part of the reading names, with the source that it gives, in the order of the glossary. */
function ruleTable(rulesOf: (reading: Reading) => readonly Rule[]): string {
  const sources = new Map<string, SourceCode>();
  for (const each of readings()) for (const rule of rulesOf(each)) sources.set(rule.rule, rule.source);
  const entries = glossary().filter(entry => RULE_KINDS.includes(entry.kind) && sources.has(entry.code));
  return table(
    ['Rule', '', 'What it says', 'Source'],
    entries.map(entry => [code(entry.code), name(entry), entry.meaning.english, source(sources.get(entry.code)!)]),
  );
}

let known: readonly Reading[] | undefined;

/** Readings in which every rule occurs (a test of the glossary says so): nine years, all months and days, every other hour. */
function readings(): readonly Reading[] {
  if (known !== undefined) return known;
  const made: Reading[] = [];
  for (let year = 0; year < 60; year += 7) {
    for (let month = 0; month < 12; month++) {
      for (let day = 0; day < 60; day++) {
        for (let hour = day & 1; hour < 12; hour += 2) {
          const pillars = saju(year, (12 * (year % 10) + 2 + month) % 60, day, hourGapja(day, hour));
          made.push(reading(pillars, { ...DEFAULT_OPTIONS, hoeguk: 'rename' }));
        }
      }
    }
  }
  known = made;
  return made;
}
