import { expect, test } from 'vitest';
import {
  latestMessages,
  liveMessage,
  MOST_READINGS_A_MESSAGE,
  readingsMessages,
  unknownMessage,
} from '../../../../../functions/iot/live/messages.ts';
import { aReading } from './a-reading.ts';

const many = Array.from({ length: 301 }, (_, at) => ({
  ...aReading({ at, value: -12_345.6789 }),
  userPresence: false,
}));

test('a location of many devices is told in parts, of which none is more than API Gateway counts as one message', () => {
  const parts = latestMessages('seoul-1f-tea', many);
  expect(Math.max(...parts.map(part => Buffer.byteLength(part)))).toBeLessThan(32 * 1024);
  const messages = parts.map(part => liveMessage.parse(JSON.parse(part)));
  expect(messages.map(message => message.type === 'latest' && [message.part, message.parts])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  expect(messages.flatMap(message => (message.type === 'latest' ? message.readings : []))).toEqual(many);
  expect(readingsMessages('seoul-1f-tea', many)).toHaveLength(Math.ceil(301 / MOST_READINGS_A_MESSAGE));
});

test('a location where nothing was measured yet has an answer too', () => {
  const [only, ...others] = latestMessages('seoul-1f-tea', []);
  expect(JSON.parse(only!)).toEqual({ type: 'latest', locationId: 'seoul-1f-tea', part: 1, parts: 1, readings: [] });
  expect(others).toEqual([]);
});

test('what is said of an unknown message is a message of the contract', () => {
  expect(liveMessage.parse(JSON.parse(unknownMessage))).toEqual({ type: 'error', code: 'unknown_message' });
});
