import * as z from 'zod';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { MOST_READINGS, type ReadingInput, type StatusInput } from '../readings/payload.ts';
import { readingTypeNames } from '../readings/reading-types.ts';
import { connectivities } from './connectivity.ts';
import { deviceTypes } from './device-types.ts';

/** A device as it is answered. */

const exampleReading: ReadingInput = { type: 'temperature', value: 21.4, unit: 'Cel', recordedAt: 1_764_030_000_000 };
const exampleStatus: StatusInput = {
  sentAt: 1_764_030_000_000,
  batteryLevel: 87,
  signalStrength: -61,
  configVersion: 1,
};

const limits = z.strictObject({ min: z.number().optional(), max: z.number().optional() });

const deviceFields = {
  id: z.uuid(),
  serial: z.string(),
  type: z.enum(deviceTypes),
  measures: z
    .array(
      z.strictObject({ type: z.enum(readingTypeNames), unit: z.string(), minimum: z.number(), maximum: z.number() }),
    )
    .meta({
      description: 'Types of reading with their units (SenML, RFC 8428). Readings outside of the range are refused.',
    }),
  locationId: z.string(),
  installationPosition: z.strictObject({ x: z.number(), y: z.number(), z: z.number(), description: z.string() }),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  firmwareVersion: z.string().nullable(),
  status: z.enum(['active', 'inactive', 'maintenance', 'error']).meta({
    description: 'As operators switch it; `error`: active, and it reports a fault.',
  }),
  fault: z.string().nullable().meta({ description: 'As it reports itself, in its maker’s code.' }),
  connectivity: z.enum(connectivities).meta({
    description: '`offline`: not heard from for three sampling intervals.',
  }),
  lastHeartbeat: instantOutput.nullable().meta({ description: 'When it was last heard from, to some seconds.' }),
  batteryLevel: z.int().nullable().meta({ description: 'In percent; null: it has none, or has not said.' }),
  signalStrength: z.int().nullable().meta({ description: 'RSSI in dBm.' }),
  samplingIntervalSeconds: z.int(),
  alertThresholds: z.partialRecord(z.enum(readingTypeNames), limits),
  configVersion: z.int().meta({ description: 'Of interval and thresholds.' }),
  pushedConfigVersion: z.int().nullable().meta({ description: 'The last version that was published to it.' }),
  appliedConfigVersion: z.int().nullable().meta({ description: 'The version that it says it works by.' }),
  installedAt: instantOutput,
  createdAt: instantOutput,
  updatedAt: instantOutput.meta({ description: 'Of the last change by an operator.' }),
  credentialRotatedAt: instantOutput.nullable(),
  retiredAt: instantOutput.nullable(),
};

export const device = z.strictObject(deviceFields).meta({ id: 'Device' });

const connection = z
  .strictObject({
    endpoint: z.string().meta({ description: 'Host and port. Over TLS, but for a broker on one’s own machine.' }),
    clientId: z.string().meta({ description: 'The device’s id: another client id is refused.' }),
    username: z.string().meta({ description: 'The same. The password is the secret.' }),
    qos: z.literal(1).meta({ description: 'What was acknowledged (PUBACK) is in the stream of readings.' }),
    publish: z.strictObject({ readings: z.string(), status: z.string() }).meta({
      description:
        `Topics. Readings: one, such as \`${JSON.stringify(exampleReading)}\` (\`recordedAt\` in milliseconds since 1970), or ` +
        `an array of up to ${MOST_READINGS}. Status, at least once in each sampling interval without a reading: ` +
        `\`${JSON.stringify(exampleStatus)}\`.`,
    }),
    subscribe: z.strictObject({ config: z.string() }).meta({
      description: 'The one topic it hears: its configuration, kept for it. A lower version than it has is an old one.',
    }),
  })
  .meta({ id: 'DeviceConnection', description: 'How it speaks MQTT 3.1.1 or 5 here.' });

export const deviceWithConnection = z
  .strictObject({ ...deviceFields, connection })
  .meta({ id: 'DeviceWithConnection' });

export const newCredential = z
  .strictObject({
    ...deviceFields,
    connection,
    secret: z.string().length(43).meta({ description: 'Its password, this once: 256 random bits in base64url.' }),
  })
  .meta({ id: 'DeviceWithCredential' });
