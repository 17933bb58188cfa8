import * as z from 'zod';
import { eventType } from '../../platform/events/event-type.ts';
import { alertKinds, clearReasons } from './alerts/alert-kinds.ts';
import { readingTypeNames } from './readings/reading-types.ts';

/** What happens to devices, told by ids and codes: who did it is the `actor` of the metadata. */

/** The stream of a device. */
export function deviceStream(deviceId: string): string {
  return `device-${deviceId}`;
}

const device = z.strictObject({ deviceId: z.uuid() });

export const deviceRegistered = eventType({
  name: 'device.registered',
  version: 1,
  summary: 'A device was registered, and given a credential.',
  data: device.extend({ deviceType: z.enum([...readingTypeNames, 'multi']), locationId: z.string() }),
});

export const deviceUpdated = eventType({
  name: 'device.updated',
  version: 1,
  summary: 'An operator changed a device, or how it works.',
  data: device.extend({
    fields: z.array(z.string()).meta({ description: 'Their names.', examples: [['locationId', 'alertThresholds']] }),
    configVersion: z.int().min(1).meta({ description: 'Of its configuration, as it is now.' }),
  }),
});

export const deviceCredentialRotated = eventType({
  name: 'device.credential_rotated',
  version: 1,
  summary: 'A device has a new credential: the former one is refused.',
  data: device,
});

export const deviceRetired = eventType({
  name: 'device.retired',
  version: 1,
  summary: 'A device was taken out of service for good.',
  data: device,
});

/** The stream of an alert. */
export function alertStream(alertId: string): string {
  return `alert-${alertId}`;
}

/** The readers of `user-events` are as many as its shards can answer; of this stream there is one besides those of alerts. */
const ALERTS = 'consultation-events';

const alert = z.strictObject({
  alertId: z.uuid(),
  deviceId: z.uuid(),
  locationId: z.string().meta({ description: 'Where the device was.' }),
  kind: z.enum(alertKinds),
  readingType: z.enum(readingTypeNames).nullable().meta({ description: 'Null where it is about the device itself.' }),
  limit: z.number().nullable().meta({ description: 'The threshold; of a battery, percent.' }),
  fault: z.string().nullable().meta({ description: 'What is wrong with the device, in its maker’s code.' }),
});

export const alertRaised = eventType({
  name: 'alert.raised',
  version: 1,
  stream: ALERTS,
  summary: 'Something is wrong with a device, or with what it measures.',
  data: alert.extend({ openedAt: z.iso.datetime(), value: z.number().nullable() }),
});

export const alertAcknowledged = eventType({
  name: 'alert.acknowledged',
  version: 1,
  stream: ALERTS,
  summary: 'An operator has taken note of an alert.',
  data: alert.extend({ acknowledgedAt: z.iso.datetime() }),
});

export const alertCleared = eventType({
  name: 'alert.cleared',
  version: 1,
  stream: ALERTS,
  summary: 'What an alert was about is over.',
  data: alert.extend({ clearedAt: z.iso.datetime(), value: z.number().nullable(), reason: z.enum(clearReasons) }),
});

/** The stream of a webhook. */
export function webhookStream(webhookId: string): string {
  return `webhook-${webhookId}`;
}

const webhook = z.strictObject({ webhookId: z.uuid() });

export const webhookRegistered = eventType({
  name: 'webhook.registered',
  version: 1,
  summary: 'An address of somebody else is told of alerts from now on.',
  data: webhook,
});

export const webhookSecretRotated = eventType({
  name: 'webhook.secret_rotated',
  version: 1,
  summary: 'Messages to a webhook are signed with a new secret; with the one before for another day.',
  data: webhook,
});

export const webhookEnabled = eventType({
  name: 'webhook.enabled',
  version: 1,
  summary: 'A webhook that was told nothing is told of alerts again.',
  data: webhook,
});

export const webhookDisabled = eventType({
  name: 'webhook.disabled',
  version: 1,
  summary: 'A webhook is told nothing more: by an operator, or since it has failed for a day or is gone.',
  data: webhook.extend({ reason: z.enum(['operator', 'failing', 'gone']) }),
});

export const webhookDeleted = eventType({
  name: 'webhook.deleted',
  version: 1,
  summary: 'A webhook was removed, with what it was told.',
  data: webhook,
});

export const alertEvents = [alertRaised, alertAcknowledged, alertCleared] as const;

export const iotEvents = [
  deviceRegistered,
  deviceUpdated,
  deviceCredentialRotated,
  deviceRetired,
  ...alertEvents,
  webhookRegistered,
  webhookSecretRotated,
  webhookEnabled,
  webhookDisabled,
  webhookDeleted,
] as const;
