import { expect, test } from 'vitest';
import { simulationArguments, UsageError } from '../../../../local/simulate/arguments.ts';

test('a simulation has its defaults, and what is asked in place of them', () => {
  expect(simulationArguments([])).toEqual({
    devices: 200,
    rate: 1_000,
    seconds: 30,
    array: 1,
    inFlight: 20,
    location: 'simulation',
  });
  const args = ['--devices', '7', '--rate', '700', '--seconds=5', '--array', '50', '--location', 'gangnam-2'];
  expect(simulationArguments(args)).toMatchObject({
    devices: 7,
    rate: 700,
    seconds: 5,
    array: 50,
    location: 'gangnam-2',
  });
});

test('one message is the least that is sent', () => {
  const args = ['--rate', '5', '--seconds', '10', '--array', '50'];
  expect(simulationArguments(args)).toMatchObject({ rate: 5, seconds: 10, array: 50 });
});

test.for([
  [['--rate', '10k'], '--rate is a whole number from 1 to 1,000,000, not "10k".'],
  [['--seconds', '0'], '--seconds is a whole number'],
  [['--array', '101'], '--array is a whole number from 1 to 100, not "101".'],
  [['--location', 'Gangnam 2'], '--location is small letters'],
  [['--rates', '1'], "Unknown option '--rates'"],
  [['200'], "Unexpected argument '200'"],
  [['--devices', '5', '--rate', '10000'], 'Take --devices 125 or more, or a larger --array.'],
  [['--devices', '5', '--rate', '10000', '--array', '100'], 'Take --devices 10 or more.'],
  [['--rate', '5', '--seconds', '2', '--array', '50'], 'Take --seconds 10 or more, or a smaller --array.'],
] as const)('%j is refused with what is wrong and what can be', ([args, message]) => {
  const refused = () => simulationArguments(args);
  expect(refused).toThrow(UsageError);
  expect(refused).toThrow(message);
  expect(refused).toThrow('npm run simulate -- [--devices 200]');
});
