import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chart, fourPillars } from '@heal7/saju-engine';
import { buildEngine } from '../../lib/bundle.ts';
import { BIRTHS } from './births.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { importTimes, inTemporaryFolder } from './import-time.ts';
import { type Contender, measureRates } from './measure.ts';
import * as peers from './peers.ts';

export const engineBench: Bench = { pillars: comparePillars, chart: compareCharts, import: compareImports, layer };

/** DESIGN: the engine's core under 40 kB gzipped. */
const MOST_LAYER_BYTES = 40_000;

/** Four pillars a second, all 68 fields of them read. */
function comparePillars(): readonly Figure[] {
  return compare('pillars', 'births/s', [
    peers.plain('ours', ({ date, time }) => fourPillars({ date, time })),
    peers.manseryeokPillars(),
    peers.ssajuChart(),
    peers.lunarPillars(),
    peers.tymePillars(),
    peers.fullstackPillars(),
  ]);
}

/** Whole charts a second, all of some 1,070 fields read, against the richest peers. */
function compareCharts(): readonly Figure[] {
  return compare('chart', 'charts/s', [
    peers.plain('ours', ({ date, time, sex }) => chart({ birth: { date, time }, sex })),
    peers.ssajuChart(),
    peers.lunarChart(),
  ]);
}

/** Milliseconds to import the built engine. */
function compareImports(): Promise<readonly Figure[]> {
  return inTemporaryFolder(async folder => {
    await buildEngine(folder);
    const times = await importTimes({
      ours: pathToFileURL(join(folder, 'nodejs/node_modules/@heal7/saju-engine/index.js')).href,
      ssaju: import.meta.resolve('ssaju'),
      manseryeok: import.meta.resolve('manseryeok'),
    });
    const { ours = Number.NaN, ...others } = times;
    showTable(
      'import in a fresh process, over an empty module',
      Object.entries(times).map(([library, ms]) => ({ library, ms })),
    );
    return Object.entries(others).map(([library, ms], n) => ({
      name: n === 0 ? 'import' : `import:${library}`,
      value: rounded(ours),
      unit: 'ms',
      against: `${library} ${rounded(ms)}`,
      ratio: rounded(ms / ours),
    }));
  });
}

/** What the engine's layer weighs. */
function layer(): Promise<readonly Figure[]> {
  return inTemporaryFolder(async folder => {
    const { bytes, gzippedBytes } = await buildEngine(folder);
    showTable('the built engine', [{ file: 'index.js', bytes, gzipped: gzippedBytes, limit: MOST_LAYER_BYTES }]);
    const ratio = rounded(MOST_LAYER_BYTES / gzippedBytes);
    return [{ name: 'layer', value: gzippedBytes, unit: 'bytes gzipped', against: `limit ${MOST_LAYER_BYTES}`, ratio }];
  });
}

/** Ours is the first. The figure is held against the second; each of the others has a line of its own. */
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
