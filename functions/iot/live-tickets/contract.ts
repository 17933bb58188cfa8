import * as z from 'zod';
import { rateLimited } from '../../../platform/errors/kinds.ts';
import { operation } from '../../../platform/http/operation.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { liveRoles } from '../live/access.ts';
import { locationId } from '../location.ts';
import { locationWithoutDevices } from './kinds.ts';

export const createLiveTicket = operation({
  id: 'createLiveTicket',
  method: 'POST',
  path: '/v1/iot/live-tickets',
  tag: 'iot',
  summary: { ko: '실시간 측정값 연결에 쓸 표를 받습니다', en: 'Get a ticket for the live feed of a location' },
  description:
    'The feed is a WebSocket: connect to `url` within 60 seconds. A ticket opens one connection, once. Then send ' +
    '`{"type":"latest"}`: the answer is what each device measured last (`{"type":"latest","locationId":…,"part":1,"parts":1,' +
    '"readings":[…]}`). New values come by themselves (`{"type":"readings","locationId":…,"readings":[…]}`): at once, and then ' +
    'once a second what is the newest by then of each device and type; of two values of one, the later `recordedAt` holds. So do ' +
    'alerts that are raised, acknowledged and cleared (`{"type":"alert","event":"alert.raised","data":{…}}`, as in `/docs/events`; ' +
    '`GET /v1/iot/alerts` lists those that are open). A connection ends after ten minutes in which nothing was said, after two hours, ' +
    'and when whoever opened it logs out: take another ticket, and ask for the latest values again. Browsers may connect from ' +
    'origins that are allowed; programs that send no `Origin` may.',
  auth: { roles: liveRoles },
  recheck: true,
  request: { body: z.strictObject({ locationId }) },
  response: {
    status: 201,
    description: 'The ticket, which is not shown again.',
    body: z
      .strictObject({
        ticket: z.string().meta({ examples: ['q1Yb0mXl0bJtW4nQb3m1kq5n2f0Jr8sXo7uVh6cTz9E'] }),
        url: z.string().meta({
          description: 'With the ticket: connect to it as it is.',
          examples: ['wss://live.example.com/?ticket=q1Yb…'],
        }),
        expiresAt: instantOutput,
      })
      .meta({ id: 'LiveTicket' }),
    freshness: 'none',
  },
  errors: [locationWithoutDevices, rateLimited],
  examples: { requests: { tea: { summary: 'Tea room', value: { locationId: 'seoul-1f-tea' } } } },
});
