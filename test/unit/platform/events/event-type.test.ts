import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { eventType, UnreadableEvent } from '../../../../platform/events/event-type.ts';
import { charged, spent } from './wallet.ts';

test('an event that breaks its contract cannot be made', () => {
  expect(charged.of({ amount: 1 })).toEqual({ type: 'wallet.charged', schemaVersion: 1, data: { amount: 1 } });
  expect(() => charged.of({ amount: 0 })).toThrow(z.ZodError);
  expect(() => charged.of({ amount: 1, x: 1 } as never)).toThrow(z.ZodError);
});

test('an event says where it is published, unless that is where most are', () => {
  const booked = eventType({
    name: 'consultation.booked',
    version: 1,
    summary: '',
    stream: 'consultation-events',
    data: z.strictObject({}),
  });
  expect(booked.of({})).toEqual({
    type: 'consultation.booked',
    schemaVersion: 1,
    data: {},
    stream: 'consultation-events',
  });
  expect(charged.of({ amount: 1 })).not.toHaveProperty('stream');
});

describe('a recorded event', () => {
  test('of an earlier version is read as one of this version', () => {
    expect(spent.read({ amount: 1 }, 1)).toEqual({ amount: 1, on: 'unknown' });
    expect(spent.read({ amount: 1, on: 'tea' }, 2)).toEqual({ amount: 1, on: 'tea' });
  });

  test.each([
    ['of a later version', spent, { amount: 1, on: 'tea' }, 3, 'wallet.spent v3: the contract has version 2'],
    ['that is not upcast to its contract', spent, { amount: 0 }, 1, 'wallet.spent v1: amount:too_small'],
    ['that breaks its contract', charged, { amount: 'secret' }, 1, 'wallet.charged v1: amount:invalid_type'],
  ])('%s is refused, without a word of its data', (_, type, data, version, code) => {
    expect(() => type.read(data, version)).toThrow(
      expect.objectContaining({ name: 'UnreadableEvent', code, message: 'A recorded event cannot be read' }),
    );
  });

  test('of an earlier version that no one upcasts is refused', () => {
    const renamed = eventType({ name: 'x', version: 2, summary: 'X.', data: z.strictObject({ b: z.string() }) });
    expect(() => renamed.read({ a: '' }, 1)).toThrow(UnreadableEvent);
  });
});
