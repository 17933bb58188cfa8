import { RELATION_KINDS } from '../../layers/saju-engine/src/analysis/relations/relation-kinds.ts';
import { glossary } from '../../layers/saju-engine/src/glossary/index.ts';
import { RULES as BRANCH_RULES } from '../../layers/saju-engine/src/pair/branches.ts';
import { COMPATIBILITY_WORDS, compatibilityWord } from '../../layers/saju-engine/src/pair/compatibility.ts';
import { RULES as DAY_STEM_RULES } from '../../layers/saju-engine/src/pair/day-stems.ts';
import { ENOUGH } from '../../layers/saju-engine/src/pair/elements.ts';
import { RULES as OTHER_PAIR_RULES } from '../../layers/saju-engine/src/pair/other-pairs.ts';
import { MAX_POINTS, PARTS } from '../../layers/saju-engine/src/pair/part.ts';
import type { PointRule } from '../../layers/saju-engine/src/pair/point-rules.ts';
import { RULES as SPOUSE_RULES } from '../../layers/saju-engine/src/pair/spouse-stars.ts';
import { RULES as NAPEUM_RULES } from '../../layers/saju-engine/src/pair/year-napeum.ts';
import { code, name, signed, source, table } from './markdown.ts';

export const pairTables = {
  'compatibility-parts': () =>
    table(
      ['Part', 'Points', 'What is judged'],
      PARTS.map(part => [
        name(part),
        MAX_POINTS[part.code],
        glossary().find(entry => entry.kind === 'compatibilityPart' && entry.code === part.code)!.meaning.english,
      ]),
    ),

  'compatibility-day-stems': () => pointTable(DAY_STEM_RULES, String),

  'compatibility-branches': () => {
    const { day, year } = BRANCH_RULES;
    const rows: (readonly [string, PointRule, PointRule])[] = [];
    for (const kind of RELATION_KINDS) {
      const [ofDay, ofYear] = [day.related[kind.code], year.related[kind.code]];
      if (ofDay !== undefined && ofYear !== undefined) rows.push([name(kind), ofDay, ofYear]);
    }
    rows.push(
      ['two of one 방합', day.unrelated.banghap, year.unrelated.banghap],
      ['none of these', day.unrelated.none, year.unrelated.none],
      ['the same branch', day.unrelated.same, year.unrelated.same],
    );
    return table(
      ['', '일지', '연지', 'Source'],
      rows.map(([what, ofDay, ofYear]) => [what, ofDay.value, ofYear.value, source(ofDay.source)]),
    );
  },

  'compatibility-other-pairs': () => pointTable(OTHER_PAIR_RULES, signed),

  'compatibility-rest': () =>
    table(
      ['Rule', '', 'Points', 'Source'],
      [
        ...rowsOf(SPOUSE_RULES, String),
        ...rowsOf(NAPEUM_RULES, String),
        [
          code('elements_yongsin_filled'),
          entryName('elements_yongsin_filled'),
          `${MAX_POINTS.ohaeng / 2} × share / ${ENOUGH} %, at most ${MAX_POINTS.ohaeng / 2}`,
          source('practice'),
        ],
      ],
    ),

  'compatibility-words': () =>
    table(
      ['From', 'Word'],
      COMPATIBILITY_WORDS.map(word => [
        Array.from({ length: 101 }, (_, score) => score).find(score => compatibilityWord(score) === word)!,
        name(word),
      ]),
    ),
};

function pointTable(rules: Readonly<Record<string, PointRule>>, points: (value: number) => string): string {
  return table(['Rule', '', 'Points', 'Source'], rowsOf(rules, points));
}

function rowsOf(
  rules: Readonly<Record<string, PointRule>>,
  points: (value: number) => string,
): readonly (readonly string[])[] {
  return Object.values(rules).map(rule => [
    code(rule.rule),
    entryName(rule.rule),
    points(rule.value),
    source(rule.source),
  ]);
}

function entryName(rule: string): string {
  return name(glossary().find(entry => entry.kind === 'rule' && entry.code === rule)!);
}
