import type { Answer } from '../../../platform/http/operation.ts';
import type { ChartAnswer } from '../charts/answer.ts';
import type { getReviewRequest } from './contract.ts';

/** The parts of a chart that an expert reads. A stored chart has all of them. */
export function forReview(chart: ChartAnswer): Answer<typeof getReviewRequest.response.body>['chart'] {
  const { engineVersion, options, sex, pillars, voidBranches } = chart;
  const { fiveElements, elementBalance, tenGodsStrength, strength, pattern, usefulGod, relations, stars, voidPillars } =
    chart as Required<ChartAnswer>;
  return {
    engineVersion,
    options,
    sex,
    pillars,
    voidBranches,
    fiveElements,
    elementBalance,
    tenGodsStrength,
    strength,
    pattern,
    usefulGod,
    relations,
    stars,
    voidPillars,
  };
}
