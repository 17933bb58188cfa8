import { fullChart, GAPJA, type Gapja, luckOfYear, SajuError } from '@heal7/saju-engine';
import { InvalidRequest } from '../../../platform/errors/field-issue.ts';
import type { Handler } from '../../../platform/http/route.ts';
import type { Stopwatch } from '../../../platform/observability/stopwatch.ts';
import type { createInterpretation, InterpretationRequest } from './contract.ts';

/** Puts a chart into words. The texts are loaded at the first request: a cold function that is asked for charts needs none. */
export function createInterpretationHandler(stopwatch: Stopwatch): Handler<typeof createInterpretation> {
  return async ({ body }, context) => {
    const { interpret } = await import('@heal7/saju-engine/interpretation');
    const elapsed = stopwatch();
    const { year, topics, ...person } = body;
    const chart = fullChart(person);
    const told = interpret(chart, {
      ...(topics && { topics }),
      ...(year !== undefined && { year: luckOf(body, year) }),
    });
    context.measure('saju_calculation_duration', elapsed());
    const { pillars } = chart;
    return {
      engineVersion: told.engineVersion,
      pillars: {
        year: pair(pillars.year),
        month: pair(pillars.month),
        day: pair(pillars.day),
        hour: pillars.hour && pair(pillars.hour),
      },
      year: year ?? null,
      topics: told.topics,
    };
  };
}

function luckOf(person: InterpretationRequest, year: number) {
  try {
    return luckOfYear(person, year);
  } catch (error) {
    if (!(error instanceof SajuError) || error.path[0] !== 'year') throw error;
    const detail = { ko: '태어나기 전에 끝난 해입니다.', en: 'This year was over at the birth.' };
    throw new InvalidRequest([{ in: 'body', path: 'year', code: 'year_before_birth', detail }]);
  }
}

function pair({ index }: { readonly index: number }): Gapja {
  return GAPJA[index]!;
}
