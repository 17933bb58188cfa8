import * as z from 'zod';
import { type ReadingInput, readingInput } from '../readings/payload.ts';
import type { Reading } from '../readings/reading.ts';
import { readingTypes } from '../readings/reading-types.ts';
import type { RefusalReason } from './refusal.ts';
import { roundDecimal } from './round-decimal.ts';

/** Clocks of devices run ahead by seconds; by minutes, none is right. */
export const MOST_AHEAD_MS = 300_000;

/** What the database keeps. */
const VALUE_DECIMALS = 4;
const ACCURACY_DECIMALS = 2;

/** The instants between which readings of a message may have been recorded, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

let compiled: z.ZodType<ReadingInput> | undefined;

/** A reading of a device, or why it is none. */
export function readReading(value: unknown, deviceId: string, { from, to }: Period): Reading | RefusalReason {
  compiled ??= z.compile(readingInput);
  const parsed = compiled.safeParse(value);
  if (!parsed.success) return 'wrong_shape';
  const input = parsed.data;
  const { unit, minimum, maximum } = readingTypes[input.type];
  if (input.unit !== unit) return 'wrong_unit';
  if (input.value < minimum || input.value > maximum) return 'out_of_range';
  if (input.recordedAt > to) return 'from_the_future';
  if (input.recordedAt < from) return 'too_late';
  return {
    deviceId,
    type: input.type,
    // Rounded here and nowhere else, so that whoever reads the stream has what the database has.
    value: roundDecimal(input.value, VALUE_DECIMALS),
    recordedAt: input.recordedAt,
    accuracy: input.accuracy === undefined ? null : roundDecimal(input.accuracy, ACCURACY_DECIMALS),
    ambientConditions: input.ambientConditions ?? null,
    userPresence: input.userPresence ?? null,
  };
}
