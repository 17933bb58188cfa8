import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { integerParameter } from '../../../platform/http/parameters.ts';
import { streamNames } from '../../../platform/streams/streams.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { deadLetterClosed, deadLetterNotFound, streamUnavailable } from './kinds.ts';

const state = z
  .enum(['open', 'resent', 'done', 'discarded'])
  .meta({ description: 'Open, or sent again and on its way; closed by taking effect, or given up.' });

const fields = {
  id: z.uuid(),
  consumer: z.string().meta({ examples: ['audit-log'] }),
  stream: z.enum(streamNames),
  shard: z.string(),
  sequenceNumber: z.string().meta({ description: 'Of the record, when it was first set aside.' }),
  event: z
    .strictObject({ stream: z.string(), version: z.int(), type: z.string() })
    .nullable()
    .meta({ description: 'What it is; null where not even that could be read.' }),
  reason: z.string().meta({
    description:
      '`not_json`, `not_an_event`, `unreadable_data` (it breaks its contract), `newer_version` (than the code), ' +
      '`not_applied` (refused by the consumer or by a constraint); of readings: `unknown_device`, `device_inactive`, ' +
      '`device_retired`, `unreadable_payload`, `wrong_shape`, `too_many_readings`, `wrong_unit`, `out_of_range`, ' +
      '`from_the_future`, `too_late`, `not_a_device_record`; of the archive of readings: `outside_retention`, `not_archived`',
    examples: ['not_applied'],
  }),
  errorClass: z.string().nullable(),
  errorCode: z.string().nullable(),
  state,
  failures: z.int().meta({ description: 'How often it was set aside.' }),
  deadLetteredAt: instantOutput,
  resentAt: instantOutput.nullable(),
  closedAt: instantOutput.nullable(),
};

const deadLetter = z.strictObject(fields).meta({ id: 'DeadLetter' });

const common = {
  tag: 'operations',
  auth: { roles: ['operator', 'admin'] },
  recheck: true,
} as const;
const path = '/v1/operations/dead-letters';
const params = z.strictObject({ deadLetterId: z.uuid() });

export const listDeadLetters = operation({
  ...common,
  id: 'listDeadLetters',
  method: 'GET',
  path,
  summary: { ko: '보류된 레코드 목록을 봅니다', en: 'List dead letters' },
  description: 'Records that consumers of streams could make nothing of, the newest first.',
  request: {
    query: z.strictObject({
      consumer: z.string().min(1).max(60).optional(),
      state: state.optional(),
      limit: integerParameter({ minimum: 1, maximum: 100 }).optional().meta({ description: 'Default 20.' }),
      cursor: z.string().min(1).max(200).optional().meta({ description: 'Of the page before.' }),
    }),
  },
  response: {
    status: 200,
    description: 'A page of them.',
    body: z.strictObject({
      deadLetters: z.array(deadLetter),
      nextCursor: z.string().nullable().meta({ description: 'Of the next page; null on the last.' }),
    }),
    freshness: 'none',
  },
  errors: [],
});

export const getDeadLetter = operation({
  ...common,
  id: 'getDeadLetter',
  method: 'GET',
  path: `${path}/{deadLetterId}`,
  summary: { ko: '보류된 레코드를 봅니다', en: 'Read a dead letter' },
  description: 'With the record itself. Events hold ids and codes; what is no event may hold anything.',
  request: { params },
  response: {
    status: 200,
    description: 'The dead letter with its record.',
    body: deadLetter
      .extend({
        record: z.strictObject({
          bytes: z.int(),
          text: z.string().meta({ description: 'As UTF-8; at most 100,000 characters.' }),
          truncated: z.boolean(),
        }),
      })
      .meta({ id: 'DeadLetterWithRecord' }),
    freshness: 'none',
  },
  errors: [deadLetterNotFound],
});

export const redeliverDeadLetter = operation({
  ...common,
  id: 'redeliverDeadLetter',
  method: 'POST',
  path: `${path}/{deadLetterId}/redeliveries`,
  summary: { ko: '보류된 레코드를 다시 보냅니다', en: 'Send a dead letter again' },
  description:
    'Puts the record into its stream again. Its consumer takes it once, though it has passed that version; others pass over it. ' +
    'May be asked for again while it is on its way. What is refused again is open again.',
  request: { params },
  response: { status: 202, description: 'It is in its stream.', body: deadLetter, freshness: 'none' },
  errors: [deadLetterNotFound, deadLetterClosed, streamUnavailable],
});

export const discardDeadLetter = operation({
  ...common,
  id: 'discardDeadLetter',
  method: 'DELETE',
  path: `${path}/{deadLetterId}`,
  summary: { ko: '보류된 레코드를 버립니다', en: 'Give a dead letter up' },
  description: 'It will not take effect. It is listed for 30 days, and then deleted.',
  request: { params },
  response: { status: 204, description: 'Given up, now or before.', body: z.undefined(), freshness: 'none' },
  errors: [deadLetterNotFound, deadLetterClosed],
});

export const deadLetterOperations = [listDeadLetters, getDeadLetter, redeliverDeadLetter, discardDeadLetter] as const;
