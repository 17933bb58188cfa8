import * as z from 'zod';
import { operation } from '../../../../platform/http/operation.ts';
import { deviceLatest } from '../../latest/contract.ts';
import { readingsAccess } from '../../readings/contract.ts';
import { deviceNotFound } from '../kinds.ts';

export const getLatestReadings = operation({
  ...readingsAccess,
  id: 'getLatestReadings',
  method: 'GET',
  path: '/v1/iot/devices/{deviceId}/latest',
  summary: { ko: '기기의 최신 측정값을 봅니다', en: 'See what a device measures now' },
  description: 'The reading of each type that it recorded last. Of a retired device, its last ones.',
  request: { params: z.strictObject({ deviceId: z.uuid() }) },
  response: { status: 200, description: 'The device and its latest readings.', body: deviceLatest, freshness: 'none' },
  errors: [deviceNotFound],
});
