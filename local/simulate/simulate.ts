import { ConfigurationError } from '../../platform/config/environment.ts';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { brokerSettings } from '../../platform/mqtt/environment.ts';
import { EngineError } from '../engines/engine-error.ts';
import { runningEnvironment } from '../engines/running-environment.ts';
import { settings } from '../settings.ts';
import { simulationArguments, UsageError } from './arguments.ts';
import { ConnectionRefused } from './connection.ts';
import { missing, progressLine, resultTable } from './display.ts';
import { type Platform, simulate } from './simulation.ts';

/** `npm run simulate`: plays devices that publish to the broker of the `npm start` that runs; exits 1 if a reading is missing. */
async function main(args: readonly string[]): Promise<number> {
  const wanted = simulationArguments(args);
  const platform = await runningPlatform();
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  const { devices, rate, array, seconds, location } = wanted;
  const messages = array === 1 ? 'one in a message' : `${array} in a message`;
  console.log(`${devices} devices at ${location}, ${rate} readings a second, ${messages}, for ${seconds} s:`);
  const result = await simulate({
    wanted,
    platform,
    signal: stopping.signal,
    connected: (many, took) =>
      console.log(`${many} are connected to ${platform.host}:${platform.port} after ${Math.round(took)} ms`),
    progress: progress => console.log(progressLine(progress)),
  });
  console.log(resultTable(result));
  return missing(result) === 0 ? 0 : 1;
}

async function runningPlatform(): Promise<Platform> {
  const running = await runningEnvironment(settings().HEAL7_DATA);
  if (running === undefined) {
    throw new EngineError('HEAL7 does not run: start it in another terminal with npm start, and try again.');
  }
  Object.assign(process.env, running);
  const { MQTT_ENDPOINT, MQTT_RULES_STAGE } = brokerSettings();
  const [host, port] = MQTT_ENDPOINT.split(':') as [string, string];
  return { sql: databaseFromEnvironment().sql, host, port: Number(port), stage: MQTT_RULES_STAGE };
}

/** What to do about an error that the person at the keyboard can mend; undefined for others. */
function advice(error: unknown): string | undefined {
  const expected = [ConfigurationError, ConnectionRefused, EngineError, UsageError];
  if (expected.some(kind => error instanceof kind)) return (error as Error).message;
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code !== 'ECONNREFUSED') return undefined;
  return `Nothing listens at ${address}:${port}: HEAL7 is ending, or its broker is. Start it again with npm start.`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = advice(error);
  if (message === undefined) throw error;
  console.error(message);
  process.exitCode = 1;
}
// Connections to the database would keep the process for as long as they may idle.
process.exit();
