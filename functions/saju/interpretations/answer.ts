import { fullChart, GAPJA, luckOfYear } from '@heal7/saju-engine';
import type { Answer } from '../../../platform/http/operation.ts';
import type { InterpretationRequest, interpretationSchema } from './interpretation.ts';

/**
 * A chart in words. The texts are loaded at the first request: a cold function that is asked for charts needs none.
 * @throws SajuError as `luckOfYear`
 */
export async function interpretationAnswer(
  request: InterpretationRequest,
): Promise<Answer<typeof interpretationSchema>> {
  const { interpret } = await import('@heal7/saju-engine/interpretation');
  const { year, topics, ...person } = request;
  const chart = fullChart(person);
  const { engineVersion, ...told } = interpret(chart, {
    ...(topics && { topics }),
    ...(year !== undefined && { year: luckOfYear(person, year) }),
  });
  const { pillars } = chart;
  return {
    engineVersion,
    pillars: {
      year: GAPJA[pillars.year.index]!,
      month: GAPJA[pillars.month.index]!,
      day: GAPJA[pillars.day.index]!,
      hour: pillars.hour && GAPJA[pillars.hour.index]!,
    },
    year: year ?? null,
    topics: told.topics,
  };
}
