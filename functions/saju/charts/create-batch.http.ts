import { explain, type Problem } from '../../../platform/errors/problem.ts';
import { parsePart } from '../../../platform/errors/schema-issues.ts';
import type { Language } from '../../../platform/http/language.ts';
import type { Handler } from '../../../platform/http/route.ts';
import type { Stopwatch } from '../../../platform/observability/stopwatch.ts';
import { personInput } from '../../../platform/vocabulary/birth.ts';
import { type ChartAnswer, chartAnswer } from './answer.ts';
import type { ChartPart } from './chart.ts';
import type { createCharts } from './contract.ts';

/** Calculates many charts; each person's problem is its own. */
export function createChartsHandler(stopwatch: Stopwatch): Handler<typeof createCharts> {
  return ({ query, body }, context) => {
    const elapsed = stopwatch();
    const results = body.people.map(person => result(person, query.include, context.language));
    context.measure('saju_calculation_duration', elapsed() / results.length);
    return { results };
  };
}

function result(
  person: unknown,
  include: readonly ChartPart[] | undefined,
  language: Language,
): { chart: ChartAnswer | null; problem: Problem | null } {
  try {
    return { chart: chartAnswer(parsePart(personInput, person, 'body'), include), problem: null };
  } catch (error) {
    const { problem, expected } = explain(error, language);
    if (!expected) throw error;
    return { chart: null, problem };
  }
}
