import { DEFAULT_OPTIONS, type Options } from '../../options.ts';
import type { Saju } from '../saju.ts';
import { byDayBranch } from './by-day-branch.ts';
import { byDayStem } from './by-day-stem.ts';
import { byMonthBranch } from './by-month-branch.ts';
import { byPillar } from './by-pillar.ts';
import { byYearBranch } from './by-year-branch.ts';
import type { Star } from './star.ts';
import type { StarRule } from './star-rule.ts';
import { addStars, characterFacts } from './star-table.ts';
import { addWholeChartStars, WHOLE_CHART_RULES } from './whole-chart.ts';

/** The rules of all stars, in the order in which charts list them; stars of two bases have two. */
export function allStarRules(): readonly StarRule[] {
  return [
    ...byDayStem(DEFAULT_OPTIONS).rules,
    ...byMonthBranch().rules,
    ...byYearBranch().rules,
    ...byDayBranch().rules,
    ...byPillar(DEFAULT_OPTIONS).rules,
    ...WHOLE_CHART_RULES,
  ];
}

/** All stars of a chart, in the order of the tables. 공망 is told by `voidPillars`, 삼재 by the luck of a year. */
export function stars(saju: Saju, options: Options): readonly Star[] {
  const characters = characterFacts(saju);
  const found: Star[] = [];
  addStars(found, byDayStem(options), saju, characters);
  addStars(found, byMonthBranch(), saju, characters);
  addStars(found, byYearBranch(), saju, characters);
  addStars(found, byDayBranch(), saju, characters);
  addStars(found, byPillar(options), saju, characters);
  addWholeChartStars(found, saju);
  return found;
}
