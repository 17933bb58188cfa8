import { chart, SEOUL } from '@heal7/saju-engine';
import type { OutputOf } from '../../../platform/http/operation.ts';
import type { Person } from '../birth.ts';
import type { createChart } from './contract.ts';

export type ChartAnswer = OutputOf<typeof createChart>;

/** The chart of a person as it is answered: the engine's, and the place as it was understood. */
export function chartAnswer(person: Person): ChartAnswer {
  const result = chart(person);
  return { ...result, place: placeAnswer(person.place, result.corrections.timeZone) };
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
