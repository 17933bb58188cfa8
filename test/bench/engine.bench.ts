import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chart, fourPillars, fullChart } from '@heal7/saju-engine';
import { interpret } from '@heal7/saju-engine/interpretation';
import { buildEngine } from '../../lib/bundle.ts';
import { BIRTHS } from './births.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { importTimes, inTemporaryFolder } from './import-time.ts';
import { type Contender, measureRates } from './measure.ts';
import * as peers from './peers.ts';

export const engineBench: Bench = {
  pillars: comparePillars,
  chart: compareCharts,
  'full-chart': compareFullCharts,
  interpretation: interpretations,
  import: compareImports,
  layer,
};

/** The core with the analysis, gzipped. */
const MOST_LAYER_BYTES = 60_000;

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

/** Whole charts with the reading, every field read, against the richest peers. */
function compareFullCharts(): readonly Figure[] {
  return compare('full-chart', 'charts/s', [
    peers.plain('ours', ({ date, time, sex }) => fullChart({ birth: { date, time }, sex })),
    peers.ssajuChart(),
    peers.lunarChart(),
  ]);
}

/** Full charts put into words, every sentence read, against full charts alone. */
function interpretations(): readonly Figure[] {
  const charts = new Map(BIRTHS.map(birth => [birth, fullChart({ birth, sex: birth.sex })]));
  return compare('interpretation', 'texts/s', [
    peers.plain('ours', birth => interpret(charts.get(birth)!)),
    peers.plain('the full chart alone', ({ date, time, sex }) => fullChart({ birth: { date, time }, sex })),
  ]);
}

/** Milliseconds to import the built engine. */
function compareImports(): Promise<readonly Figure[]> {
  return inTemporaryFolder(async folder => {
    await buildEngine(folder);
    const built = (file: string): string =>
      pathToFileURL(join(folder, 'nodejs/node_modules/@heal7/saju-engine', file)).href;
    const { empty, over } = await importTimes({
      ours: built('index.js'),
      'ours, interpretation': built('interpretation.js'),
      'ours, glossary': built('glossary.js'),
      ssaju: import.meta.resolve('ssaju'),
      manseryeok: import.meta.resolve('manseryeok'),
    });
    showTable(
      `import in a fresh process, over the ${rounded(empty)} ms of an empty module`,
      Object.entries(over).map(([library, ms]) => ({
        library,
        ms,
        'of an empty module': `${rounded((empty + ms) / empty)} ×`,
      })),
    );
    const { ours = Number.NaN, ssaju = Number.NaN, manseryeok = Number.NaN } = over;
    const against = (name: string, peer: string, ms: number, ratio: number): Figure => ({
      name,
      value: rounded(ours),
      unit: 'ms over an empty module',
      against: `${peer} ${rounded(ms)}`,
      ratio: rounded(ratio),
    });
    return [
      against('import', 'empty module', empty, (empty + ours) / empty),
      against('import:ssaju', 'ssaju', ssaju, ssaju / ours),
      against('import:manseryeok', 'manseryeok', manseryeok, manseryeok / ours),
    ];
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
