import * as z from 'zod';
import { accountSuspended } from '../../../../platform/accounts/kinds.ts';
import { accountErased, keysUnavailable } from '../../../../platform/encryption/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { nextCursor, pageQuery } from '../../../../platform/http/sealed-cursor.ts';
import { personNotFound } from '../../../../platform/people/kinds.ts';
import { personFields } from '../../../../platform/vocabulary/birth.ts';
import { birthErrors } from '../../../../platform/vocabulary/birth-errors.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';
import { placeOutput } from '../../../../platform/vocabulary/place.ts';
import { selfExists, tooManyPeople } from './kinds.ts';

const relation = z
  .enum(['self', 'family', 'friend', 'other'])
  .meta({ description: 'Who this is to you. One is yourself at most.' });

const label = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .meta({ description: 'What you call them.', examples: ['엄마'] });

const { birth, place, sex } = personFields;

/** A birth as it was told: the same fields as are sent. */
const birthOutput = z
  .strictObject({
    calendar: z.enum(['solar', 'lunar']),
    date: z.string(),
    isLeapMonth: z.boolean().nullable(),
    time: z.string().nullable().meta({ description: 'Null where the hour is unknown or known by its branch.' }),
    hourBranch: z.string().nullable(),
    fold: z.int().nullable(),
  })
  .meta({ id: 'StoredBirth' });

export const personOutput = z
  .strictObject({
    id: z.uuid(),
    relation,
    label: label.nullable(),
    birth: birthOutput,
    place: placeOutput
      .extend({ timeZone: z.string().nullable() })
      .nullable()
      .meta({ id: 'StoredPlace', description: 'Null where none was told: Seoul is then taken.' }),
    sex,
    createdAt: instantOutput,
    updatedAt: instantOutput,
  })
  .meta({ id: 'StoredPerson' });

const personParams = z.strictObject({ personId: z.uuid() });

const common = { tag: 'me', auth: 'user', recheck: true } as const;

export const createPerson = operation({
  ...common,
  id: 'createPerson',
  method: 'POST',
  path: '/v1/me/people',
  summary: { ko: '사람을 추가합니다', en: 'Add a person' },
  description:
    'Yourself, family or a friend, with a birth. All of it is encrypted under your own key; who reads it is recorded and ' +
    'shown to you (`GET /v1/me/access-history`).',
  idempotency: 'optional',
  replay: 'current',
  request: {
    body: z
      .strictObject({ relation, label: label.optional(), birth, place: place.optional(), sex })
      .meta({ id: 'NewPerson' }),
  },
  response: { status: 201, description: 'The person as stored.', body: personOutput, freshness: 'none' },
  errors: [...birthErrors, personNotFound, selfExists, tooManyPeople, accountSuspended, accountErased, keysUnavailable],
  examples: {
    requests: {
      self: {
        summary: 'Yourself',
        value: {
          relation: 'self',
          birth: { date: '1990-05-15', time: '14:30' },
          place: { name: '서울' },
          sex: 'female',
        },
      },
    },
  },
});

export const listPeople = operation({
  ...common,
  id: 'listPeople',
  method: 'GET',
  path: '/v1/me/people',
  summary: { ko: '내 사람들을 봅니다', en: 'List your people' },
  description: 'In the order they were added.',
  request: { query: z.strictObject(pageQuery) },
  response: {
    status: 200,
    description: 'A page of them.',
    body: z.strictObject({ people: z.array(personOutput), nextCursor }),
    freshness: 'none',
  },
  errors: [accountErased, keysUnavailable],
});

export const getPerson = operation({
  ...common,
  id: 'getPerson',
  method: 'GET',
  path: '/v1/me/people/{personId}',
  summary: { ko: '한 사람을 봅니다', en: 'Get a person' },
  request: { params: personParams },
  response: { status: 200, description: 'The person.', body: personOutput, freshness: 'none' },
  errors: [personNotFound, accountErased, keysUnavailable],
});

export const updatePerson = operation({
  ...common,
  id: 'updatePerson',
  method: 'PATCH',
  path: '/v1/me/people/{personId}',
  summary: { ko: '한 사람의 정보를 고칩니다', en: 'Correct a person' },
  description:
    'What is left out stays; `null` takes away. A birth is sent whole. When birth, place or sex change, charts and ' +
    'interpretations that were made from the earlier ones are deleted.',
  request: {
    params: personParams,
    body: z
      .strictObject({
        relation: relation.optional(),
        label: label.nullable().optional(),
        birth: birth.optional(),
        place: place.nullable().optional(),
        sex: sex.optional(),
      })
      .meta({ id: 'PersonChange' }),
  },
  response: { status: 200, description: 'The person as it is now.', body: personOutput, freshness: 'none' },
  errors: [...birthErrors, personNotFound, selfExists, accountErased, keysUnavailable],
});

export const deletePerson = operation({
  ...common,
  id: 'deletePerson',
  method: 'DELETE',
  path: '/v1/me/people/{personId}',
  summary: { ko: '한 사람을 지웁니다', en: 'Delete a person' },
  description: 'With all charts and interpretations of them.',
  request: { params: personParams },
  response: { status: 204, description: 'Deleted.', body: z.undefined(), freshness: 'none' },
  errors: [personNotFound],
});
