import { expect, test } from 'vitest';
import { missing, progressLine, resultTable } from '../../../../local/simulate/display.ts';
import type { SimulationResult } from '../../../../local/simulate/simulation.ts';

const result: SimulationResult = {
  asked: 600_000,
  sent: 600_000,
  messages: 12_000,
  acknowledged: 600_000,
  stored: 599_000,
  counted: 599_000,
  refused: { device_inactive: 900, out_of_range: 50 },
  connectionsLost: 0,
  sendingMs: 60_000,
  storedMs: 60_400,
  lags: Array.from({ length: 100 }, (_, n) => n + 1),
};

test('a second is a line: what was sent, taken and stored, and how late', () => {
  const progress = { seconds: 12, sent: 120_000, acknowledged: 119_950, stored: 116_400, lags: [300, 310, 900] };
  expect(progressLine(progress)).toBe('  12 s   sent 120,000   acknowledged 119,950   stored 116,400   lag 310 ms');
  expect(progressLine({ ...progress, lags: [] })).toMatch(/lag -$/);
});

test('what is neither stored nor refused is missing', () => {
  expect(missing(result)).toBe(50);
  const table = resultTable(result);
  expect(table).toMatch(/sent +600,000 +readings in 12,000 messages, 10,000 a second/);
  expect(table).toMatch(/refused +950 +device_inactive 900, out_of_range 50/);
  expect(table).toMatch(/missing +50/);
  expect(table).toMatch(/lag +p50 51 ms +p95 96 ms, p99 100 ms/);
  expect(table).not.toContain('were asked for');
  expect(table).not.toContain('connections');
});

test('a rate that was not reached is said, and connections that were lost', () => {
  const table = resultTable({ ...result, sent: 500_000, connectionsLost: 2 });
  expect(table).toContain('600,000 were asked for: acknowledgements held devices up');
  expect(table).toMatch(/lost +2 +connections, made again/);
});
