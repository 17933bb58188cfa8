import { describe, expect, test } from 'vitest';
import { UnusableArguments } from '../../../../platform/jobs/unusable-arguments.ts';
import { pipelineDay } from '../../../../platform/pipelines/day.ts';

const now = new Date('2026-11-25T02:00:00+09:00');

test('a day that is told is that day', () => {
  expect(pipelineDay(['2026-11-24'], now)).toBe('2026-11-24');
  expect(pipelineDay(['2024-02-29'], now)).toBe('2024-02-29');
});

test('the day of an execution is the Korean one before its start, whatever the hour is when the step runs', () => {
  // 00:00 and 23:59 in Korea.
  expect(pipelineDay(['2026-11-24T15:00:00.000Z'], now)).toBe('2026-11-24');
  expect(pipelineDay(['2026-11-25T14:59:59.999Z'], new Date('2026-11-26T00:30:00+09:00'))).toBe('2026-11-24');
  expect(pipelineDay(['2026-11-25T15:00:00Z'], now)).toBe('2026-11-25');
});

test('without either it is yesterday in Korea', () => {
  expect(pipelineDay([], new Date('2026-11-24T23:59:59.999+09:00'))).toBe('2026-11-23');
  expect(pipelineDay([], new Date('2026-11-25T00:00:00+09:00'))).toBe('2026-11-24');
});

describe('refused is', () => {
  test.each([
    ['no day', ['tomorrow']],
    ['a day that does not exist', ['2026-02-30']],
    ['a day that has not ended in Korea', ['2026-11-25']],
    ['an instant that may be of any zone', ['2026-11-25T02:00:00']],
    ['nothing in particular', ['']],
  ])('%s', (_, args) => {
    expect(() => pipelineDay(args, now)).toThrow(UnusableArguments);
  });
});
