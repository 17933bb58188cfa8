import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { nextCursor, pageQuery } from '../../../platform/http/sealed-cursor.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { connectivities } from '../devices/connectivity.ts';
import { locationId } from '../location.ts';
import { latestReading, readingsAccess } from '../readings/contract.ts';

/** A device and what it measured last. */
export const deviceLatest = z
  .strictObject({
    deviceId: z.uuid(),
    locationId: z.string(),
    deviceType: z.string(),
    status: z.enum(['active', 'inactive', 'maintenance', 'error']),
    connectivity: z.enum(connectivities).meta({ description: 'Offline: nothing was heard of it for three intervals.' }),
    lastHeartbeat: instantOutput.nullable(),
    readings: z.array(latestReading).meta({ description: 'One of each type that it has ever sent.' }),
  })
  .meta({ id: 'DeviceLatest' });

export const listLatestReadings = operation({
  ...readingsAccess,
  id: 'listLatestReadings',
  method: 'GET',
  path: '/v1/iot/latest',
  summary: { ko: '장소의 최신 측정값을 봅니다', en: 'See what a location measures now' },
  description:
    'The latest reading of each type of each device at a location that is not retired; the latest device first. A place ' +
    'without devices has none. Whoever looks for longer takes a live feed instead of asking again.',
  request: { query: z.strictObject({ locationId, ...pageQuery }) },
  response: {
    status: 200,
    description: 'A page of devices.',
    body: z.strictObject({ devices: z.array(deviceLatest), nextCursor }).meta({ id: 'LatestReadings' }),
    freshness: 'none',
  },
  errors: [],
});
