import * as z from 'zod';
import { operation } from '../../../../platform/http/operation.ts';
import { integerParameter } from '../../../../platform/http/parameters.ts';
import { nextCursor } from '../../../../platform/http/sealed-cursor.ts';
import { historyUnavailable } from '../../../../platform/timeseries/kinds.ts';
import { invalidSpan, spanTooLong } from '../../../../platform/vocabulary/span.ts';
import { rangeAnswer, rawReading, readingBucket, readingsAccess, readingType } from '../../readings/contract.ts';
import { rangeQuery, resolutions } from '../../readings/time-range.ts';
import { deviceNotFound } from '../kinds.ts';
import { typeNotMeasured } from './measured-type.ts';

/** A day of minutes, and some. */
const MOST_ROWS = 1_500;
export const DEFAULT_ROWS = 500;

const common = { deviceId: z.uuid(), ...rangeAnswer, nextCursor };

export const listReadings = operation({
  ...readingsAccess,
  id: 'listReadings',
  method: 'GET',
  path: '/v1/iot/devices/{deviceId}/readings',
  summary: { ko: '기기의 측정 이력을 봅니다', en: 'See what a device has measured' },
  description:
    'Readings of one type in a range, the latest first: each as it is (`raw`, of at most 7 days at a time), or counts, averages, ' +
    'minima and maxima of minutes (`1m`, 7 days) or hours (`1h`, 366 days). Minutes and hours are those in which something was ' +
    'recorded, however late it came; one without a reading is left out. Raw readings are kept for about 30 days, hours for good. ' +
    'The next page is asked for with the same query and the cursor.',
  request: {
    params: z.strictObject({ deviceId: z.uuid() }),
    query: z.strictObject({
      type: readingType,
      resolution: z.enum(resolutions),
      ...rangeQuery,
      limit: integerParameter({ minimum: 1, maximum: MOST_ROWS })
        .optional()
        .meta({ description: `Default ${DEFAULT_ROWS}.` }),
      cursor: z.string().min(1).max(200).optional().meta({ description: 'Of the page before.' }),
    }),
  },
  response: {
    status: 200,
    description: 'A page of them.',
    body: z
      .discriminatedUnion('resolution', [
        z.strictObject({ ...common, resolution: z.literal('raw'), readings: z.array(rawReading) }),
        z.strictObject({ ...common, resolution: z.enum(['1m', '1h']), buckets: z.array(readingBucket) }),
      ])
      .meta({ id: 'Readings' }),
    freshness: 'none',
  },
  errors: [deviceNotFound, historyUnavailable, 'date_out_of_range', invalidSpan, spanTooLong, typeNotMeasured],
});
