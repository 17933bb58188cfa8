import * as z from 'zod';
import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import { acrossFields } from '../../../platform/http/across-fields.ts';
import { readingTypeNames } from './reading-types.ts';

/** In a message. */
export const MOST_READINGS = 100;

/** At the time of a reading, beside what it measures: `{"temperature": 21.5}`. */
const ambientConditions = z
  .record(z.string().regex(/^[a-z][a-zA-Z0-9]{0,29}$/), z.number())
  .refine(conditions => Object.keys(conditions).length <= 10, 'has at most ten conditions');

/** A reading as a device sends it. */
export const readingInput = z.strictObject({
  type: z.enum(readingTypeNames),
  value: z.number(),
  unit: z.string().max(10),
  /** Milliseconds since 1970, by the device's clock. With device and type, which reading it is. */
  recordedAt: z.int().positive(),
  /** How far from the truth the sensor may be, in the reading's unit. */
  accuracy: z.number().min(0).max(999.99).optional(),
  ambientConditions: ambientConditions.optional(),
  /** Whether somebody was there, as far as the device can tell. */
  userPresence: z.boolean().optional(),
});

export type ReadingInput = z.output<typeof readingInput>;

/** What a device publishes to its `readings` topic: one, or up to 100 of them. */
export const readingsPayload = z.union([readingInput, z.array(readingInput).min(1).max(MOST_READINGS)]);

/** What a device publishes to its `status` topic, at least at each sampling interval in which it sends no reading. */
export const statusPayload = z.strictObject({
  /** Milliseconds since 1970, by the device's clock. */
  sentAt: z.int().positive(),
  /** Percent; absent: it has no battery. */
  batteryLevel: z.int().min(0).max(100).optional(),
  /** Received signal strength (RSSI) in dBm. */
  signalStrength: z.int().min(-150).max(0).optional(),
  firmwareVersion: z.string().min(1).max(20).optional(),
  /** Of the configuration that it works by (`configPayload`). */
  configVersion: z.int().min(1).optional(),
  /** What is wrong with it, in its maker's code; absent: nothing. */
  fault: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .optional(),
});

export type StatusInput = z.output<typeof statusPayload>;

export const noLimit = {
  code: 'no_limit',
  detail: { ko: 'min과 max 가운데 적어도 하나가 필요합니다.', en: 'Send min, max or both.' },
} as const satisfies FieldKind;

export const limitsCrossed = {
  code: 'limits_crossed',
  detail: { ko: 'min은 max보다 작아야 합니다.', en: 'min has to be less than max.' },
} as const satisfies FieldKind;

/** Outside of which a reading raises an alert. */
export const thresholds = z.partialRecord(
  z.enum(readingTypeNames),
  z.strictObject({ min: z.number().optional(), max: z.number().optional() }).check(
    acrossFields([], ({ min, max }, context) => {
      if (min === undefined && max === undefined) context.addIssue({ code: 'custom', params: noLimit });
    }),
    acrossFields(['min', 'max'], ({ min = -Infinity, max = Infinity }, context) => {
      if (min >= max) context.addIssue({ code: 'custom', params: limitsCrossed });
    }),
  ),
);

export type Thresholds = z.output<typeof thresholds>;

/** What is published to a device's `config` topic, retained. */
export const configPayload = z.strictObject({
  version: z.int().min(1),
  samplingIntervalSeconds: z.int().min(1).max(86_400),
  alertThresholds: thresholds,
});

export type DeviceConfig = z.output<typeof configPayload>;
