import { expect, test } from 'vitest';
import type { BrokerEvent } from '../../../../local/mqtt/broker-log.ts';
import { watchStream } from '../../../../local/mqtt/stream-watch.ts';
import type { LoggableError } from '../../../../platform/observability/loggable-error.ts';

test('a stream that takes nothing for two seconds is told of once, with the reason as far as there is one, and once when it is back', () => {
  const error: LoggableError = { name: 'ResourceNotFoundException', frames: [] };
  const state: { waited: number; trouble: LoggableError | undefined } = { waited: 0, trouble: error };
  const told: BrokerEvent[] = [];
  const writer = {
    waitedMs: () => state.waited,
    get trouble() {
      return state.trouble;
    },
  };
  const watch = watchStream('sensor-data', writer, event => told.push(event));
  for (const [waited, trouble] of [
    [2_000, error],
    [2_001, error],
    [3_001, error],
    [0, undefined],
    [1_000, undefined],
    [2_500, undefined],
  ] as const) {
    Object.assign(state, { waited, trouble });
    watch();
  }
  expect(told).toEqual([
    { event: 'waits-for-stream', stream: 'sensor-data', error },
    { event: 'stream-back', stream: 'sensor-data' },
    { event: 'waits-for-stream', stream: 'sensor-data', error: undefined },
  ]);
});
