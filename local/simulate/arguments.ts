import { parseArgs } from 'node:util';
import { MOST_READINGS } from '../../functions/iot/readings/payload.ts';

/** What is to be played. */
export interface SimulationArguments {
  readonly devices: number;
  /** Readings a second, of all devices together. */
  readonly rate: number;
  readonly seconds: number;
  /** Readings in a message. */
  readonly array: number;
  /** Messages of a device that are not acknowledged yet: it sends no more until one is. */
  readonly inFlight: number;
  /** Where the devices are: they are its own, and known by it in the next run. */
  readonly location: string;
}

/** What was asked for cannot be played. The message says why, and what can be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const USAGE = `npm run simulate -- [--devices 200] [--rate 1000] [--seconds 30] [--array 1] [--in-flight 20] [--location simulation]
  --devices    devices that connect, each with a connection of its own
  --rate       readings a second, of all together
  --seconds    for how long
  --array      readings in a message, up to ${MOST_READINGS}
  --in-flight  messages of a device that wait for their acknowledgement at most
  --location   where they are; two simulations at once need two`;

/** AWS IoT Core discards what is over 100 of a connection in a second: what was late comes on top of these. */
const MOST_MESSAGES_A_SECOND = 80;
/** A reading is known by its device, type and millisecond. */
const MOST_READINGS_A_SECOND = 1_000;

/** @throws UsageError naming what is wrong */
export function simulationArguments(args: readonly string[]): SimulationArguments {
  const values = parsed(args);
  const location = values.location ?? 'simulation';
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(location)) {
    throw wrong(`--location is small letters, digits and hyphens, 40 at most, not "${location}".`);
  }
  const wanted = {
    devices: number('devices', values.devices ?? '200', 10_000),
    rate: number('rate', values.rate ?? '1000', 1_000_000),
    seconds: number('seconds', values.seconds ?? '30', 86_400),
    array: number('array', values.array ?? '1', MOST_READINGS),
    inFlight: number('in-flight', values['in-flight'] ?? '20', 100),
    location,
  };
  const { devices, rate, seconds, array } = wanted;
  if (rate * seconds < array) {
    throw wrong(
      `That is nothing to send: ${rate * seconds} readings, and a message has ${array}. ` +
        `Take --seconds ${Math.ceil(array / rate)} or more, or a smaller --array.`,
    );
  }
  if (rate / array / devices > MOST_MESSAGES_A_SECOND) {
    throw wrong(
      `A device sends ${MOST_MESSAGES_A_SECOND} messages a second at most (AWS IoT Core discards more than 100), and each would send ${Math.round(rate / array / devices)}. ` +
        `Take --devices ${Math.ceil(rate / array / MOST_MESSAGES_A_SECOND)} or more, or a larger --array.`,
    );
  }
  if (rate / devices > MOST_READINGS_A_SECOND) {
    throw wrong(
      `A device has one reading of a type in a millisecond. Take --devices ${Math.ceil(rate / MOST_READINGS_A_SECOND)} or more.`,
    );
  }
  return wanted;
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { devices: text, rate: text, seconds: text, array: text, 'in-flight': text, location: text };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Its first sentence says which argument it does not know.
    throw wrong((error as Error).message);
  }
}

function number(name: string, text: string, most: number): number {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= most) return value;
  throw wrong(`--${name} is a whole number from 1 to ${most.toLocaleString('en-US')}, not "${text}".`);
}

function wrong(problem: string): UsageError {
  return new UsageError(`${problem}\n${USAGE}`);
}
