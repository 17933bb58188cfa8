import { timestreamTableFromEnvironment } from './timestream-environment.ts';
import { type WriteReadings, writeReadings } from './timestream-writer.ts';
import { createWriteClient } from './write-client.ts';

/**
 * What writes to the table that the environment names.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function writeReadingsFromEnvironment(): WriteReadings {
  const { region, ...table } = timestreamTableFromEnvironment();
  const client = createWriteClient(region);
  return readings => writeReadings(client, table, readings);
}
