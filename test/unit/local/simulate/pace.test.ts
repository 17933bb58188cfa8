import { expect, test } from 'vitest';
import { createPace } from '../../../../local/simulate/pace.ts';

test('messages are due evenly, as many as the time has had', () => {
  const pace = createPace(1_000);
  let sent = 0;
  for (let elapsed = 0; elapsed <= 2_000; elapsed += 5) {
    const due = pace.due(elapsed, sent);
    expect(due).toBe(elapsed === 0 ? 0 : 5);
    sent += due;
  }
  expect(sent).toBe(2_000);
});

test('what was late is sent, and what was late by more than a quarter of a second is not', () => {
  const pace = createPace(1_000);
  expect(pace.due(100, 0)).toBe(100);
  expect(pace.due(1_000, 0)).toBe(250);
  expect(pace.due(1_000, 250)).toBe(0);
  expect(pace.due(1_100, 250)).toBe(100);
});

test('a message in ten seconds is due when they are over', () => {
  const pace = createPace(0.1);
  expect(pace.due(9_999, 0)).toBe(0);
  expect(pace.due(10_000, 0)).toBe(1);
  expect(pace.due(19_999, 1)).toBe(0);
});

test('the last message is due at the end, whatever a fraction of a second it is sent at', () => {
  expect(createPace(1 / 49).due(49_000, 0)).toBe(1);
});
