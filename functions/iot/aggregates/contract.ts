import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { invalidSpan, spanTooLong } from '../../../platform/vocabulary/span.ts';
import { locationId } from '../location.ts';
import { locationBucket, rangeAnswer, readingsAccess, readingType } from '../readings/contract.ts';
import { rangeQuery } from '../readings/time-range.ts';

const resolution = z.enum(['1m', '1h']);

export const listAggregates = operation({
  ...readingsAccess,
  id: 'listAggregates',
  method: 'GET',
  path: '/v1/iot/aggregates',
  summary: { ko: '장소의 집계를 봅니다', en: 'See what a location has measured' },
  description:
    'Aggregates of one type across the devices at a location (those that it has now, retired ones too), by minutes (`1m`, of at ' +
    'most 24 hours) or hours (`1h`, 62 days), the latest first. Each device counts the same: the average is that of the ' +
    'devices’ averages, so that one that measures every second says no more of a room than one that measures every minute. ' +
    'The average of readings is `sum / count`. A minute or an hour without a reading is left out.',
  request: { query: z.strictObject({ locationId, type: readingType, resolution, ...rangeQuery }) },
  response: {
    status: 200,
    description: 'The minutes or hours with readings.',
    body: z
      .strictObject({
        locationId: z.string(),
        ...rangeAnswer,
        resolution,
        devices: z.int().min(0).meta({ description: 'Registered at the location, retired ones too.' }),
        weighting: z.literal('devices').meta({ description: 'Of averages: each device counts the same.' }),
        buckets: z.array(locationBucket),
      })
      .meta({ id: 'LocationAggregates' }),
    freshness: 'none',
  },
  errors: ['date_out_of_range', invalidSpan, spanTooLong],
});
