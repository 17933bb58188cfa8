import { bundleBench } from './bundle.bench.ts';
import { cacheBench } from './cache.bench.ts';
import { calendarBench } from './calendar-load.bench.ts';
import { consumerBench } from './consumer.bench.ts';
import { encryptionBench } from './encryption.bench.ts';
import { engineBench } from './engine.bench.ts';
import { eventsBench } from './events.bench.ts';
import type { Bench, Measurement } from './figure.ts';
import { httpBench } from './http.bench.ts';
import { ingestBench } from './ingest.bench.ts';
import { kmsBench } from './kms.bench.ts';
import { loginBench } from './login.bench.ts';
import { readsBench } from './reads.bench.ts';
import { relayBench } from './relay.bench.ts';
import { streamsBench } from './streams.bench.ts';

/** `npm run bench -- [NAME]`: measures a group, one figure of a group, or everything. */
const BENCHES: Readonly<Record<string, Bench>> = {
  engine: engineBench,
  http: httpBench,
  bundle: bundleBench,
  cache: cacheBench,
  calendar: calendarBench,
  consumer: consumerBench,
  encryption: encryptionBench,
  events: eventsBench,
  ingest: ingestBench,
  kms: kmsBench,
  login: loginBench,
  reads: readsBench,
  relay: relayBench,
  streams: streamsBench,
};

const [name, ...rest] = process.argv.slice(2);
const measurements = rest.length > 0 ? undefined : chosen(name);
if (measurements === undefined) {
  const known = Object.entries(BENCHES).map(([group, bench]) => `  ${group}: ${Object.keys(bench).join(', ')}`);
  console.error(`There is no bench "${[name, ...rest].join(' ')}". A group or one of its figures, or nothing for all:`);
  console.error(known.join('\n'));
  process.exit(1);
}
for (const measure of measurements) {
  for (const figure of await measure()) console.log(JSON.stringify(figure));
}

function chosen(wanted: string | undefined): readonly Measurement[] | undefined {
  if (wanted === undefined) return Object.values(BENCHES).flatMap(bench => Object.values(bench));
  if (Object.hasOwn(BENCHES, wanted)) return Object.values(BENCHES[wanted]!);
  const bench = Object.values(BENCHES).find(figures => Object.hasOwn(figures, wanted));
  return bench && [bench[wanted]!];
}
