import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deltaTTable, moonSeriesTable, sunSeriesTable } from '../../../../layers/saju-engine/generator/sky.ts';

const TABLES = new URL('../../../../layers/saju-engine/src/tables/', import.meta.url);

test.each([
  ['delta-t.ts', deltaTTable],
  ['sun-series.ts', sunSeriesTable],
  ['moon-series.ts', moonSeriesTable],
])('tables/%s is what the generator writes today', (file, source) => {
  expect(readFileSync(new URL(file, TABLES), 'utf8').endsWith(`\n\n${source()}`)).toBe(true);
});
