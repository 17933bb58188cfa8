import * as z from 'zod';
import { notReady } from '../../../platform/errors/kinds.ts';
import { operation } from '../../../platform/http/operation.ts';

/** Whether the function runs at all. */
export const getLiveness = operation({
  id: 'getLiveness',
  method: 'GET',
  path: '/health/live',
  tag: 'operations',
  summary: { ko: '살아 있는지 확인', en: 'Is it alive?' },
  auth: 'none',
  request: {},
  response: {
    status: 200,
    description: 'The function runs.',
    body: z.strictObject({ status: z.literal('live') }).meta({ id: 'Liveness' }),
    freshness: 'none',
  },
  errors: [],
});

/** Whether everything it needs answers. */
export const getReadiness = operation({
  id: 'getReadiness',
  method: 'GET',
  path: '/health/ready',
  tag: 'operations',
  summary: { ko: '요청을 받을 준비가 되었는지 확인', en: 'Is it ready for requests?' },
  auth: 'none',
  request: {},
  response: {
    status: 200,
    description: 'Every check passes.',
    body: z
      .strictObject({
        status: z.literal('ready'),
        checks: z.array(z.string()).meta({ description: 'Names of the checks.' }),
      })
      .meta({ id: 'Readiness' }),
    freshness: 'none',
  },
  errors: [notReady],
});
