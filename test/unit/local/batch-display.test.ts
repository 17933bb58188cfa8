import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BatchLine, createBatchDisplay } from '../../../local/batch-display.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function display() {
  const shown: string[] = [];
  const show = createBatchDisplay((text, error) => shown.push(error === undefined ? text : `${text}: ${error.name}`));
  const batch = (name: string, records: number, more: Partial<BatchLine> = {}) =>
    show({
      function: name,
      stream: 'user-events',
      shard: 'shardId-0',
      stream_records: records,
      dead_letters: 0,
      ...more,
    });
  return { shown, batch };
}

const error = { name: 'ConnectionLost', frames: [] };

test('batches in a row are one line, after a second without any', () => {
  const { shown, batch } = display();
  batch('warehouse-feed', 2);
  batch('audit-log', 2);
  vi.advanceTimersByTime(900);
  batch('audit-log', 1);
  vi.advanceTimersByTime(999);
  expect(shown).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(shown).toEqual(['events  audit-log 3, warehouse-feed 2']);
  vi.advanceTimersByTime(60_000);
  expect(shown).toHaveLength(1);
});

test('under a load that does not pause there is a line each ten seconds', () => {
  const { shown, batch } = display();
  for (let second = 0; second < 25; second++) {
    batch('audit-log', 100);
    vi.advanceTimersByTime(500);
    batch('audit-log', 100);
    vi.advanceTimersByTime(500);
  }
  expect(shown).toEqual(['events  audit-log 2100', 'events  audit-log 2100']);
});

test('a function that fails is shown once, until every shard of it works again', () => {
  const { shown, batch } = display();
  batch('audit-log', 5, { error });
  batch('audit-log', 5, { error, shard: 'shardId-1' });
  batch('audit-log', 5, { error });
  expect(shown).toEqual(['events  audit-log  failed, and is tried again until it works: ConnectionLost']);
  batch('audit-log', 5);
  expect(shown).toHaveLength(1);
  batch('audit-log', 5, { shard: 'shardId-1' });
  vi.advanceTimersByTime(1_000);
  expect(shown.slice(1)).toEqual(['events  audit-log  works again', 'events  audit-log 10']);
});

test('dead letters are shown at once', () => {
  const { shown, batch } = display();
  batch('audit-log', 5, { dead_letters: 1 });
  expect(shown).toEqual(['events  audit-log  1 set aside as dead letters']);
});
