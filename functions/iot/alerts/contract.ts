import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { booleanParameter } from '../../../platform/http/parameters.ts';
import { nextCursor, pageQuery } from '../../../platform/http/sealed-cursor.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { locationId } from '../location.ts';
import { readingType } from '../readings/contract.ts';
import { alertKinds, clearReasons } from './alert-kinds.ts';
import { alertNotFound } from './kinds.ts';

const kind = z.enum(alertKinds);

const alert = z
  .strictObject({
    id: z.uuid(),
    deviceId: z.uuid(),
    locationId: z.string().meta({ description: 'Where the device was.' }),
    kind,
    readingType: readingType.nullable().meta({ description: 'Null where it is about the device itself.' }),
    limit: z.number().nullable().meta({ description: 'The threshold as it was; of a battery, percent.' }),
    fault: z.string().nullable().meta({ description: 'In its maker’s code.' }),
    state: z.enum(['open', 'cleared']),
    openedAt: instantOutput.meta({ description: 'When the reading was recorded that raised it.' }),
    value: z.number().nullable().meta({ description: 'By which it was raised.' }),
    raisedAt: instantOutput.meta({ description: 'When it was known here.' }),
    worstValue: z.number().nullable(),
    lastBreachAt: instantOutput.nullable(),
    breaches: z.int().nullable().meta({ description: 'Readings beyond the threshold, since it was raised.' }),
    clearedAt: instantOutput.nullable(),
    clearedValue: z.number().nullable(),
    clearReason: z.enum(clearReasons).nullable().meta({
      description: '`not_watched`: the device was switched off, or the threshold taken away.',
    }),
    acknowledgedAt: instantOutput.nullable(),
  })
  .meta({ id: 'Alert' });

const common = { tag: 'iot', auth: { roles: ['operator', 'admin'] }, recheck: true } as const;
const path = '/v1/iot/alerts';

export const listAlerts = operation({
  ...common,
  id: 'listAlerts',
  method: 'GET',
  path,
  summary: { ko: '기기 알림 목록을 봅니다', en: 'List alerts of devices' },
  description: 'The latest raised first.',
  request: {
    query: z.strictObject({
      state: z.enum(['open', 'cleared']).optional(),
      acknowledged: booleanParameter().optional(),
      locationId: locationId.optional(),
      deviceId: z.uuid().optional(),
      kind: kind.optional(),
      ...pageQuery,
    }),
  },
  response: {
    status: 200,
    description: 'A page of them.',
    body: z.strictObject({ alerts: z.array(alert), nextCursor }).meta({ id: 'Alerts' }),
    freshness: 'none',
  },
  errors: [],
});

export const acknowledgeAlert = operation({
  ...common,
  id: 'acknowledgeAlert',
  method: 'POST',
  path: `${path}/{alertId}/acknowledgement`,
  summary: { ko: '알림을 확인했다고 표시합니다', en: 'Acknowledge an alert' },
  description:
    'Says that somebody sees to it, and tells webhooks so. It stays open until what it is about is over. Again, it changes nothing.',
  request: { params: z.strictObject({ alertId: z.uuid() }) },
  response: { status: 200, description: 'The alert, acknowledged now or before.', body: alert, freshness: 'none' },
  errors: [alertNotFound],
});

export const alertOperations = [listAlerts, acknowledgeAlert] as const;
