import { FIRST_DAY, LAST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import type { ChartRequest } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { type FullChart, fullChart } from '../../../../layers/saju-engine/src/chart/full-chart.ts';
import type { YearLuckReading } from '../../../../layers/saju-engine/src/interpretation/index.ts';
import { luckOfSpan } from '../../../../layers/saju-engine/src/luck/luck-of-span.ts';
import { isoDate } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { seededRandom } from '../../seeded-random.ts';

export interface ChartWithYear {
  readonly chart: FullChart;
  readonly year: YearLuckReading;
}

const YEARS_OF_LUCK = 80;

/** Charts over the whole range, every fourth without its hour, each with the luck of a random year of its life. */
export function randomCharts(count: number, seed = 20_261_122): readonly ChartWithYear[] {
  const random = seededRandom(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: count }, (_, index) => {
    const date = isoDate(FIRST_DAY + upTo(LAST_DAY - FIRST_DAY + 1));
    const request: ChartRequest = {
      birth: index % 4 === 0 ? { date } : { date, time: `${String(upTo(24)).padStart(2, '0')}:30` },
      sex: random() < 0.5 ? 'female' : 'male',
      // A clock that has no time that never was.
      place: { latitude: 37.5665, longitude: 126.978, timeZone: 'Etc/GMT-9' },
    };
    const from = `${Number(date.slice(0, 4)) + 1 + upTo(YEARS_OF_LUCK)}-07-01`;
    const { seun, daeun } = luckOfSpan(request, { from, to: from }, ['seun', 'daeun']);
    const year = seun[0]!;
    return {
      chart: fullChart(request),
      year: { ...year, daeun: daeun.find(({ order }) => order === year.daeunOrder)! },
    };
  });
}
