import type { SimulationArguments } from '../../local/simulate/arguments.ts';
import { type Progress, type SimulationResult, simulate } from '../../local/simulate/simulation.ts';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { brokerSettings } from '../../platform/mqtt/environment.ts';

/** A process that plays devices, and tells what came of it. */

/** What it tells. */
export interface Played {
  readonly result: SimulationResult;
  readonly progress: readonly Progress[];
}

const [environment = '{}'] = process.argv.slice(2);
Object.assign(process.env, JSON.parse(environment));
const { MQTT_ENDPOINT, MQTT_RULES_STAGE } = brokerSettings();
const [host, port] = MQTT_ENDPOINT.split(':') as [string, string];
const { sql } = databaseFromEnvironment();

process.on('disconnect', () => process.exit());
process.on('message', async (wanted: SimulationArguments) => {
  const progress: Progress[] = [];
  const result = await simulate({
    wanted,
    platform: { sql, host, port: Number(port), stage: MQTT_RULES_STAGE },
    signal: new AbortController().signal,
    connected: () => {},
    progress: each => progress.push(each),
  });
  process.send!({ result, progress } satisfies Played);
});
process.send!('ready');
