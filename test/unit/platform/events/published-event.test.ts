import { expect, test } from 'vitest';
import type { EventRow } from '../../../../platform/events/event-store.ts';
import { publishedEvent, publishedFrom } from '../../../../platform/events/published-event.ts';

const row: EventRow = {
  streamId: 'chart-0190a5a2-8b5c-7d3e-9f4a-1b2c3d4e5f60',
  version: 7,
  globalPosition: '9007199254740993',
  type: 'chart.stored',
  schemaVersion: 2,
  data: { engineVersion: '1.0.0', 글: '한글' },
  metadata: { requestId: 'JKJaXmPLvHcESHA=' },
  occurredAt: new Date('2026-01-02T03:04:05.678Z'),
};

test('what is published of a row is what the contract says, position and all', () => {
  const published = publishedFrom(row);
  expect(publishedEvent.parse(JSON.parse(JSON.stringify(published)))).toEqual({
    specversion: '1.0',
    id: 'chart-0190a5a2-8b5c-7d3e-9f4a-1b2c3d4e5f60/7',
    source: 'urn:heal7',
    type: 'chart.stored',
    subject: 'chart-0190a5a2-8b5c-7d3e-9f4a-1b2c3d4e5f60',
    time: '2026-01-02T03:04:05.678Z',
    datacontenttype: 'application/json',
    dataschema: '/events/chart.stored/2.json',
    schemaversion: 2,
    streamversion: 7,
    globalposition: '9007199254740993',
    metadata: { requestId: 'JKJaXmPLvHcESHA=' },
    data: { engineVersion: '1.0.0', 글: '한글' },
  });
});

test.each([
  ['a type that nobody knows, with data of any kind', { type: '?', data: [null, 1, 'x'] }],
  ['no data', { data: null }],
  ['the largest position', { globalPosition: '9223372036854775807' }],
])('a row of %s fulfils it too', (_, different) => {
  expect(publishedEvent.safeParse(publishedFrom({ ...row, ...different })).error).toBeUndefined();
});
