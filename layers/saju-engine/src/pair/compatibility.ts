import type { ChartRequest } from '../chart/chart.ts';
import { fullChart } from '../chart/full-chart.ts';
import { within } from '../errors.ts';
import { DEFAULT_OPTIONS, type Options } from '../options.ts';
import { type Term, terms } from '../term.ts';
import { ENGINE_VERSION } from '../version.ts';
import { branches } from './branches.ts';
import { type CrossRelation, crossRelations } from './cross-relations.ts';
import { dayStems } from './day-stems.ts';
import { elements } from './elements.ts';
import { otherPairs } from './other-pairs.ts';
import { type Part, total } from './part.ts';
import { type Person, person } from './person.ts';
import { spouseStars } from './spouse-stars.ts';
import { yearNapeum } from './year-napeum.ts';

/**
 * 궁합: how two people suit each other. Facts' paths begin with `a` or `b` and read back from here. With the two swapped
 * the score and the scores of its parts are the same.
 */
export interface Compatibility {
  readonly engineVersion: string;
  /** 0 to 100, to two decimals: the exact sum of the parts. */
  readonly score: number;
  readonly word: Term;
  readonly parts: readonly Part[];
  /** Between a pillar of the one and a pillar of the other. */
  readonly relations: readonly CrossRelation[];
  readonly a: Person;
  readonly b: Person;
}

/** Words for scores, each from `WORD_FROM` on. */
export const COMPATIBILITY_WORDS: readonly Term[] = terms(`
  cheonsaeng 천생 天生 Made for Each Other
  joeum 좋음 良好 Good
  botong 보통 普通 Ordinary
  noryeok 노력 努力 Takes Effort
  sinjung 신중 愼重 Takes Care`);

const WORD_FROM = [80, 65, 50, 35, 0];

/**
 * Compares two births.
 * @throws SajuError as `chart`, its path beginning with `a` or `b`
 */
export function compatibility(a: ChartRequest, b: ChartRequest): Compatibility {
  const first = within(['a'], () => fullChart(a));
  const second = within(['b'], () => fullChart(b));
  // Each chart is read by its own options; what lies between the two, by theirs only where they agree.
  const omiHap = first.options.omiHap === second.options.omiHap ? first.options.omiHap : DEFAULT_OPTIONS.omiHap;
  return compatibilityOf(person(a.sex, first.pillars, first), person(b.sex, second.pillars, second), omiHap);
}

/** Compares two people by what is read of their charts. */
export function compatibilityOf(
  a: Person,
  b: Person,
  omiHap: Options['omiHap'] = DEFAULT_OPTIONS.omiHap,
): Compatibility {
  const relations = crossRelations(a, b, omiHap);
  const parts = [
    dayStems(a, b, relations),
    branches('day', a, b, relations),
    branches('year', a, b, relations),
    otherPairs(a, b, relations),
    elements(a, b),
    spouseStars(a, b),
    yearNapeum(a, b),
  ];
  const score = total(parts, 'score');
  return { engineVersion: ENGINE_VERSION, score, word: compatibilityWord(score), parts, relations, a, b };
}

/** The word for a score (0 to 100): from 80 천생, 65 좋음, 50 보통, 35 노력, else 신중. */
export function compatibilityWord(score: number): Term {
  return COMPATIBILITY_WORDS[WORD_FROM.findIndex(from => score >= from)]!;
}
