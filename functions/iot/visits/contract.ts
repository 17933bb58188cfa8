import * as z from 'zod';
import { accountSuspended } from '../../../platform/accounts/kinds.ts';
import { operation } from '../../../platform/http/operation.ts';
import { nextCursor, pageQuery } from '../../../platform/http/sealed-cursor.ts';
import { dateOutput, instantOutput } from '../../../platform/vocabulary/dates.ts';
import { timeSlots } from '../behavior/time-slots.ts';
import { locationId } from '../location.ts';
import { locationConsentNeeded, locationNotFound, visitForgotten, visitNotFound, visitOpen } from './kinds.ts';

/** Of a visit without a check-out: centres close at night. */
export const FORGOTTEN_HOURS = 12;

const comfortLevel = z.int().min(1).max(5).meta({ description: 'How comfortable it was: 1 (not at all) to 5 (very).' });

const visit = z
  .strictObject({
    id: z.uuid(),
    locationId: z.string(),
    checkedInAt: instantOutput,
    checkedOutAt: instantOutput.nullable(),
    forgotten: z.boolean().meta({
      description: `Ended without a check-out after ${FORGOTTEN_HOURS} hours: nothing follows from it.`,
    }),
    comfortLevel: comfortLevel.nullable().meta({ description: 'As you said; null: you did not.' }),
  })
  .meta({ id: 'Visit' });

const share = z.number().min(0).max(1);

const pattern = z
  .strictObject({
    date: dateOutput,
    timeSlot: z.enum(timeSlots).meta({ description: 'Of the Korean day: before noon, before 18:00, after.' }),
    dwellMinutes: z.int().min(0),
    interactionPoints: z.array(
      z.strictObject({
        deviceId: z.uuid(),
        description: z.string(),
        minutes: z.int().min(1),
        minutesAlone: z.int().min(0).meta({ description: 'Of these, while nobody else was checked in.' }),
        movements: z.number().min(0),
        firstAt: instantOutput,
        lastAt: instantOutput,
      }),
    ),
    movement: z.strictObject({
      path: z.array(z.uuid()),
      distance: z.number().min(0).meta({ description: 'In metres, between the devices along the path.' }),
      movingMinutes: z.int().min(0),
      stillMinutes: z.int().min(0),
      alone: share.meta({ description: 'Of the stay, without others checked in: how sure it is that it was you.' }),
    }),
    preferences: z.strictObject({ favourite: z.uuid().nullable(), shares: z.record(z.uuid(), share) }),
    environment: z
      .record(z.string(), z.number())
      .meta({ description: 'What it was like on average, by type of reading.' }),
    comfort: z
      .strictObject({ level: comfortLevel, source: z.enum(['asked', 'inferred']) })
      .nullable()
      .meta({ description: 'What you said; else inferred from temperature, humidity and carbon dioxide.' }),
  })
  .meta({ id: 'VisitPattern' });

const visitWithPatterns = visit
  .extend({
    patterns: z
      .array(pattern)
      .meta({ description: 'Of the parts of days that it touches, with all your visits there in each.' }),
  })
  .meta({ id: 'VisitWithPatterns' });

const common = { tag: 'me', auth: 'user', recheck: true } as const;
const path = '/v1/me/visits';
const params = z.strictObject({ visitId: z.uuid() });

export const checkIn = operation({
  ...common,
  id: 'checkIn',
  method: 'POST',
  path,
  summary: { ko: '장소에 체크인합니다', en: 'Check in at a location' },
  description:
    'With the consent `location` alone (`PUT /v1/me/consents/location`). What sensors notice of presence and motion until you ' +
    'check out shows how the place is used. When you withdraw the consent, your visits and what follows from them are deleted ' +
    'with it, also one that is open.',
  idempotency: 'optional',
  replay: 'current',
  request: { body: z.strictObject({ locationId }).meta({ id: 'CheckIn' }) },
  response: { status: 201, description: 'The visit, open.', body: visit, freshness: 'none' },
  errors: [locationConsentNeeded, locationNotFound, visitNotFound, visitOpen, accountSuspended],
  examples: { requests: { tea: { summary: 'A tea room', value: { locationId: 'seoul-1f-tea' } } } },
});

export const checkOut = operation({
  ...common,
  id: 'checkOut',
  method: 'POST',
  path: `${path}/{visitId}/check-out`,
  summary: { ko: '체크아웃합니다', en: 'Check out' },
  description:
    'Checking out again changes nothing. The patterns are as far as devices have told by now; they are computed again for a day. ' +
    'Whoever has withdrawn the consent `location` need not check out: the visit is gone (404), and nothing is computed.',
  idempotency: 'optional',
  replay: 'current',
  request: { params },
  response: { status: 200, description: 'The visit, and what follows.', body: visitWithPatterns, freshness: 'none' },
  errors: [locationConsentNeeded, visitNotFound, visitForgotten, accountSuspended],
});

export const tellComfort = operation({
  ...common,
  id: 'tellComfort',
  method: 'PUT',
  path: `${path}/{visitId}/comfort`,
  summary: { ko: '얼마나 편안했는지 알립니다', en: 'Tell how comfortable it was' },
  description:
    'During a visit or after it, again as often as you like: the last one counts. Of whoever has withdrawn the consent ' +
    '`location` the visit is gone (404), and nothing is kept.',
  request: { params, body: z.strictObject({ level: comfortLevel }).meta({ id: 'ComfortTold' }) },
  response: { status: 200, description: 'The visit.', body: visit, freshness: 'none' },
  errors: [locationConsentNeeded, visitNotFound, visitForgotten, accountSuspended],
  examples: { requests: { good: { summary: 'Quite comfortable', value: { level: 4 } } } },
});

export const listVisits = operation({
  ...common,
  id: 'listVisits',
  method: 'GET',
  path,
  summary: { ko: '내 방문 목록을 봅니다', en: 'List your visits' },
  description: 'The latest first.',
  request: { query: z.strictObject(pageQuery) },
  response: {
    status: 200,
    description: 'A page of them.',
    body: z.strictObject({ visits: z.array(visit), nextCursor }).meta({ id: 'Visits' }),
    freshness: 'none',
  },
  errors: [],
});

export const getVisit = operation({
  ...common,
  id: 'getVisit',
  method: 'GET',
  path: `${path}/{visitId}`,
  summary: { ko: '방문 하나를 봅니다', en: 'Get a visit' },
  request: { params },
  response: { status: 200, description: 'The visit, and what follows.', body: visitWithPatterns, freshness: 'none' },
  errors: [visitNotFound],
});

export const visitOperations = [checkIn, checkOut, tellComfort, listVisits, getVisit] as const;
