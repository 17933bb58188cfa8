import { fullChart, GAPJA, luckOfYear, SajuError } from '@heal7/saju-engine';
import { InvalidRequest } from '../../../platform/errors/field-issue.ts';
import type { Answer } from '../../../platform/http/operation.ts';
import type { InterpretationRequest, interpretationSchema } from './interpretation.ts';

/**
 * A chart in words. The texts are loaded at the first request: a cold function that is asked for charts needs none.
 * @throws InvalidRequest `year_before_birth`, and as `fullChart`
 */
export async function interpretationAnswer(
  request: InterpretationRequest,
): Promise<Answer<typeof interpretationSchema>> {
  const { interpret } = await import('@heal7/saju-engine/interpretation');
  const { year, topics, ...person } = request;
  const chart = fullChart(person);
  const { engineVersion, ...told } = interpret(chart, {
    ...(topics && { topics }),
    ...(year !== undefined && { year: luckOf(request, year) }),
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

function luckOf(person: InterpretationRequest, year: number) {
  try {
    return luckOfYear(person, year);
  } catch (error) {
    if (!(error instanceof SajuError) || error.path[0] !== 'year') throw error;
    const detail = { ko: '태어나기 전에 끝난 해입니다.', en: 'This year was over at the birth.' };
    throw new InvalidRequest([{ in: 'body', path: 'year', code: 'year_before_birth', detail }]);
  }
}
