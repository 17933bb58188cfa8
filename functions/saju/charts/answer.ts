import { type Chart, chart, type FullChart, fullChart, SEOUL } from '@heal7/saju-engine';
import type { Answer } from '../../../platform/http/operation.ts';
import type { Person } from '../../../platform/vocabulary/birth.ts';
import { readingFields } from '../reading.ts';
import { CHART_PARTS, type ChartPart, type chartSchema } from './chart.ts';

export type ChartAnswer = Answer<typeof chartSchema>;

/** The chart of a person as it is answered: the engine's, the parts wanted, and the place as it was understood. */
export function chartAnswer(person: Person, include: readonly ChartPart[] = CHART_PARTS): ChartAnswer {
  return answerOf(person, include.some(part => part in readingFields) ? fullChart(person) : chart(person), include);
}

/** The whole chart of a person, as the engine gives it and as it is answered. */
export function fullChartAnswer(person: Person): { readonly full: FullChart; readonly answer: ChartAnswer } {
  const full = fullChart(person);
  return { full, answer: answerOf(person, full, CHART_PARTS) };
}

function answerOf(person: Person, result: Chart & Partial<FullChart>, include: readonly ChartPart[]): ChartAnswer {
  const { engineVersion, options, sex, solarDate, lunarDate, instant, pillars, voidBranches } = result;
  return {
    engineVersion,
    options,
    sex,
    place: placeAnswer(person.place, result.corrections.timeZone),
    solarDate,
    lunarDate,
    instant,
    pillars,
    voidBranches,
    ...partsOf(result, include),
  };
}

function partsOf(chart: Partial<FullChart>, include: readonly ChartPart[]): Partial<Pick<FullChart, ChartPart>> {
  return Object.fromEntries(include.map(part => [part, chart[part]]));
}

function placeAnswer(place: Person['place'], timeZone: string): ChartAnswer['place'] {
  const assumed = place?.longitude === undefined && timeZone === 'Asia/Seoul' ? SEOUL : undefined;
  return {
    name: place?.name ?? null,
    latitude: place?.latitude ?? assumed?.latitude ?? null,
    longitude: place?.longitude ?? assumed?.longitude ?? null,
    timeZone,
  };
}
