import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FieldCipher, FieldPlace } from '../../../platform/encryption/field-cipher.ts';
import type { Person } from '../../../platform/vocabulary/birth.ts';
import type { ChartAnswer } from '../charts/answer.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A chart as it is kept: with what it was made from, so that it can be understood without anything beside it. */
export interface KeptChart {
  readonly input: Person;
  readonly chart: ChartAnswer;
}

/** Where the whole of a chart stands. */
export function chartPlace(userId: string, chartId: string): FieldPlace {
  return { userId, table: 'saju_pillars', column: 'encrypted_chart', rowId: chartId };
}

/** 20 kB of JSON are 3.5 kB gzipped; sealed, nothing can be compressed any more. */
export async function sealChart(
  cipher: Pick<FieldCipher, 'seal'>,
  userId: string,
  chartId: string,
  kept: KeptChart,
): Promise<Uint8Array> {
  return cipher.seal(chartPlace(userId, chartId), await compress(JSON.stringify(kept)));
}

/**
 * Opens what `sealChart` sealed. The caller has recorded the access.
 * @throws UnopenedField
 */
export async function openChart(
  { open }: Pick<FieldCipher, 'open'>,
  userId: string,
  chartId: string,
  sealed: Uint8Array,
): Promise<KeptChart> {
  const bytes = await decompress(await open(chartPlace(userId, chartId), sealed));
  return JSON.parse(bytes.toString()) as KeptChart;
}
