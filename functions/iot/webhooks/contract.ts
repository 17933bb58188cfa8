import * as z from 'zod';
import { keysUnavailable } from '../../../platform/encryption/kinds.ts';
import { operation } from '../../../platform/http/operation.ts';
import { nextCursor, pageQuery } from '../../../platform/http/sealed-cursor.ts';
import { targetFaults } from '../../../platform/outbound/target.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { deliveryOutcomes } from '../deliveries/outcomes.ts';
import { locationId } from '../location.ts';
import { deliveryNotFound, MOST_WEBHOOKS, tooManyWebhooks, webhookDisabledProblem, webhookNotFound } from './kinds.ts';

const webhook = z
  .strictObject({
    id: z.uuid(),
    url: z.string(),
    description: z.string().nullable(),
    locationId: z.string().nullable().meta({ description: 'Of whose alerts; null: of all places.' }),
    state: z.enum(['active', 'disabled']),
    disabledReason: z.enum(['operator', 'failing', 'gone']).nullable().meta({
      description: '`failing`: nothing was taken for a day. `gone`: it answered 410.',
    }),
    disabledAt: instantOutput.nullable(),
    failures: z.int().meta({ description: 'Attempts since the last that was taken.' }),
    failingSince: instantOutput.nullable(),
    lastDeliveredAt: instantOutput.nullable(),
    previousSecretUntil: instantOutput.nullable().meta({ description: 'Until then the secret before signs, too.' }),
    createdAt: instantOutput,
  })
  .meta({ id: 'Webhook' });

const webhookWithSecret = webhook
  .extend({
    secret: z.string().meta({
      description: 'Signs messages, by https://www.standardwebhooks.com. Shown this once.',
      examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    }),
  })
  .meta({ id: 'WebhookWithSecret' });

const delivery = z
  .strictObject({
    id: z.uuid().meta({ description: 'The `webhook-id` of its messages, the same at each attempt.' }),
    type: z.string().meta({ examples: ['alert.raised'] }),
    alertId: z.uuid(),
    state: z.enum(['pending', 'delivered', 'failed', 'cancelled']),
    nextAttemptAt: instantOutput.nullable(),
    createdAt: instantOutput,
    endedAt: instantOutput.nullable(),
    attempts: z.array(
      z.strictObject({
        attempt: z.int(),
        startedAt: instantOutput,
        durationMs: z.int(),
        outcome: z.enum(deliveryOutcomes),
        status: z.int().nullable().meta({ description: 'Of HTTP, where there was an answer.' }),
      }),
    ),
  })
  .meta({ id: 'WebhookDelivery' });

const common = { tag: 'iot', auth: { roles: ['operator', 'admin'] }, recheck: true } as const;
const path = '/v1/iot/webhooks';
const params = z.strictObject({ webhookId: z.uuid() });

export const registerWebhook = operation({
  ...common,
  id: 'registerWebhook',
  method: 'POST',
  path,
  summary: { ko: '알림을 받을 웹훅을 등록합니다', en: 'Register a webhook' },
  description:
    'Alerts that are raised, acknowledged or cleared from now on are posted to it as JSON, signed, at least once and in no ' +
    'promised order: `webhook-id` tells a repetition, `data` what it is about. Whatever it does not answer with 2xx within ' +
    'ten seconds is sent again, for a day. The address has to be public and HTTPS; redirects are not followed. ' +
    `There may be ${MOST_WEBHOOKS}.`,
  request: {
    body: z
      .strictObject({
        url: z
          .string()
          .min(1)
          .max(2000)
          .meta({ format: 'uri', examples: ['https://hooks.example.com/heal7'] }),
        description: z.string().min(1).max(100).optional(),
        locationId: locationId.optional().meta({ description: 'Of alerts at this place alone.' }),
      })
      .meta({ id: 'NewWebhook' }),
  },
  response: { status: 201, description: 'The webhook, with its secret.', body: webhookWithSecret, freshness: 'none' },
  errors: [...targetFaults, tooManyWebhooks, keysUnavailable],
  examples: {
    requests: {
      all: {
        summary: 'Of all places',
        value: { url: 'https://hooks.example.com/heal7', description: 'On-call room' },
      },
    },
  },
});

export const listWebhooks = operation({
  ...common,
  id: 'listWebhooks',
  method: 'GET',
  path,
  summary: { ko: '웹훅 목록을 봅니다', en: 'List webhooks' },
  description: 'All of them, the latest registered first, with how they do.',
  request: {},
  response: {
    status: 200,
    description: 'The webhooks.',
    body: z.strictObject({ webhooks: z.array(webhook) }).meta({ id: 'Webhooks' }),
    freshness: 'none',
  },
  errors: [],
});

export const updateWebhook = operation({
  ...common,
  id: 'updateWebhook',
  method: 'PATCH',
  path: `${path}/{webhookId}`,
  summary: { ko: '웹훅을 멈추거나 다시 켭니다', en: 'Disable or enable a webhook' },
  description:
    'Disabled, it is told nothing, and what it was still to be told is cancelled. Enabled, it is told of what happens from then on.',
  request: { params, body: z.strictObject({ enabled: z.boolean() }).meta({ id: 'WebhookChange' }) },
  response: { status: 200, description: 'The webhook as it is now.', body: webhook, freshness: 'none' },
  errors: [webhookNotFound],
});

export const rotateWebhookSecret = operation({
  ...common,
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: `${path}/{webhookId}/secret`,
  summary: { ko: '웹훅의 비밀값을 바꿉니다', en: 'Give a webhook a new secret' },
  description: 'For a day, messages have a signature by each of the two.',
  request: { params },
  response: { status: 201, description: 'The webhook, with its secret.', body: webhookWithSecret, freshness: 'none' },
  errors: [webhookNotFound, keysUnavailable],
});

export const deleteWebhook = operation({
  ...common,
  id: 'deleteWebhook',
  method: 'DELETE',
  path: `${path}/{webhookId}`,
  summary: { ko: '웹훅을 지웁니다', en: 'Delete a webhook' },
  description: 'With the record of what it was told.',
  request: { params },
  response: { status: 204, description: 'It is gone.', body: z.undefined(), freshness: 'none' },
  errors: [webhookNotFound],
});

export const listWebhookDeliveries = operation({
  ...common,
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: `${path}/{webhookId}/deliveries`,
  summary: { ko: '웹훅의 전송 기록을 봅니다', en: 'List deliveries to a webhook' },
  description: 'The latest first, each with its attempts. They are kept for 30 days.',
  request: {
    params,
    query: z.strictObject({ state: z.enum(['pending', 'delivered', 'failed', 'cancelled']).optional(), ...pageQuery }),
  },
  response: {
    status: 200,
    description: 'A page of them.',
    body: z.strictObject({ deliveries: z.array(delivery), nextCursor }).meta({ id: 'WebhookDeliveries' }),
    freshness: 'none',
  },
  errors: [webhookNotFound],
});

export const redeliverToWebhook = operation({
  ...common,
  id: 'redeliverToWebhook',
  method: 'POST',
  path: `${path}/{webhookId}/deliveries/{deliveryId}/redeliveries`,
  summary: { ko: '웹훅에 다시 보냅니다', en: 'Deliver to a webhook again' },
  description: 'Within a minute, under the same `webhook-id`; also what was delivered before.',
  request: { params: params.extend({ deliveryId: z.uuid() }) },
  response: { status: 202, description: 'It is due.', body: delivery, freshness: 'none' },
  errors: [webhookNotFound, deliveryNotFound, webhookDisabledProblem],
});

export const webhookOperations = [
  registerWebhook,
  listWebhooks,
  updateWebhook,
  rotateWebhookSecret,
  deleteWebhook,
  listWebhookDeliveries,
  redeliverToWebhook,
] as const;
