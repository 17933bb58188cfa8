import { type Fact, fact, factAt } from '../analysis/reason.ts';
import type { PillarName } from '../analysis/saju.ts';
import type { FullChart } from '../chart/full-chart.ts';
import type { DaeunInSpan, YearLuck } from '../luck/luck-of-span.ts';
import { rulePaths } from './topics/topics.ts';

/** The luck of a year (세운), with the 대운 of its `daeunOrder` if that is to be told too. */
export interface YearLuckReading extends YearLuck {
  readonly daeun?: DaeunInSpan;
}

/** A pillar, or the running 대운. */
export type Place = PillarName | 'daeun';

/** What is found in several places together: a star, a relation of the chart, a relation of the year to the chart. */
export interface Finding {
  readonly list: 'stars' | 'relations' | 'yearLuck.relations';
  readonly code: string;
  readonly part: 'stem' | 'branch';
  readonly places: readonly Place[];
  /** The finding, then the stems and branches that make it. */
  readonly facts: readonly Fact[];
}

/** All that the rules look at. */
export interface FactBase {
  /** What stands at each path: a sentence is said only while every fact that it cites stands here. */
  readonly facts: ReadonlyMap<string, Fact['value']>;
  readonly findings: readonly Finding[];
}

/**
 * Flattens a chart to the facts that the rules look at. Paths are those of `factAt`; those of the luck of a year begin with
 * `yearLuck.` and are read from `{ ...chart, yearLuck }`.
 */
export function factsOf(chart: FullChart, yearLuck?: YearLuckReading): FactBase {
  const answer = yearLuck === undefined ? chart : { ...chart, yearLuck };
  const facts = new Map<string, Fact['value']>();
  for (const path of rulePaths()) {
    const value = factAt(answer, path);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') facts.set(path, value);
  }
  const findings = [
    ...starsOf(chart),
    ...relationsOf(chart),
    ...(yearLuck === undefined ? [] : yearRelations(chart, yearLuck)),
  ];
  for (const finding of findings) {
    for (const { path, value } of finding.facts) facts.set(path, value);
  }
  return { facts, findings };
}

/** Stars, each once: one that two bases find (역마 by year and by day) rests on both. */
function starsOf({ stars }: FullChart): readonly Finding[] {
  const found = new Map<string, { readonly places: Set<PillarName>; readonly facts: Map<string, Fact> }>();
  for (const { code, pillars, facts } of stars) {
    let star = found.get(code);
    if (star === undefined) {
      const path = `stars.${code}`;
      star = { places: new Set(), facts: new Map([[path, fact(path, code)]]) };
      found.set(code, star);
    }
    for (const pillar of pillars) star.places.add(pillar);
    for (const each of facts) star.facts.set(each.path, each);
  }
  return Array.from(found, ([code, { places, facts }]) => ({
    list: 'stars',
    code,
    part: 'branch',
    places: [...places],
    facts: [...facts.values()],
  }));
}

function relationsOf(chart: FullChart): readonly Finding[] {
  return chart.relations.map(({ code, part, pillars }) => ({
    list: 'relations',
    code,
    part,
    places: pillars,
    facts: [fact(`relations.${code}`, code), ...pillars.map(pillar => factAtPlace(chart, pillar, part))],
  }));
}

/** Relations of the year to the chart; to the 대운 if it is given. */
function yearRelations(chart: FullChart, yearLuck: YearLuckReading): readonly Finding[] {
  return yearLuck.relations
    .filter(({ with: places }) => yearLuck.daeun !== undefined || !places.includes('daeun'))
    .map(({ code, part, with: places }) => ({
      list: 'yearLuck.relations',
      code,
      part,
      places,
      facts: [
        fact(`yearLuck.relations.${code}`, code),
        fact(`yearLuck.${part}`, yearLuck[part].code),
        ...places.map(place => factAtPlace(chart, place, part, yearLuck)),
      ],
    }));
}

function factAtPlace(chart: FullChart, place: Place, part: 'stem' | 'branch', yearLuck?: YearLuckReading): Fact {
  return place === 'daeun'
    ? fact(`yearLuck.daeun.${part}`, yearLuck!.daeun![part].code)
    : fact(`pillars.${place}.${part}`, chart.pillars[place]![part].code);
}
