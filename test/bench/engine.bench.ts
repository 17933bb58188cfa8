import { chart, fourPillars } from '@heal7/saju-engine';
import { BIRTHS } from './births.ts';
import { type Figure, type Bench, rounded, showTable } from './figure.ts';
import { type Contender, measureRates } from './measure.ts';
import * as peers from './peers.ts';

export const engineBench: Bench = { pillars, chart: charts };

/** Four pillars a second, all 68 fields of them read. */
function pillars(): readonly Figure[] {
  return compare('pillars', 'births/s', [
    peers.plain('ours', ({ date, time }) => fourPillars({ date, time })),
    peers.manseryeokPillars(),
    peers.ssajuChart(),
    peers.lunarPillars(),
    peers.tymePillars(),
    peers.fullstackPillars(),
  ]);
}

/** Whole charts a second, against the richest peers. */
function charts(): readonly Figure[] {
  return compare('chart', 'charts/s', [
    peers.plain('ours', ({ date, time, sex }) => chart({ birth: { date, time }, sex })),
    peers.ssajuChart(),
    peers.lunarChart(),
  ]);
}

/** Ours is the first; the figure is held against the second, and a line more against each of the others. */
function compare(name: string, unit: string, contenders: readonly Contender[]): readonly Figure[] {
  const [ours, ...others] = measureRates(contenders, BIRTHS);
  const value = ours!.perSecond;
  showTable(
    `${name}, ${BIRTHS.length.toLocaleString('en-US')} births, every field read`,
    [ours!, ...others].map(rate => ({
      library: rate.name,
      [unit]: rate.perSecond,
      'µs each': 1e6 / rate.perSecond,
      'ours is': `${rounded(value / rate.perSecond)} ×`,
    })),
  );
  return others.map((other, n) => ({
    name: n === 0 ? name : `${name}:${other.name}`,
    value: rounded(value),
    unit,
    against: `${other.name} ${rounded(other.perSecond)}`,
    ratio: rounded(value / other.perSecond),
  }));
}
