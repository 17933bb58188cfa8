import { once } from 'node:events';
import { quantile } from '../../local/simulate/lag-probe.ts';
import { topFunctions } from './cpu-profile.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { ingestConsumer } from './ingest-consumer.ts';
import type { Played } from './ingest-devices.ts';
import { startIngestPlatform } from './ingest-platform.ts';

/**
 * Readings from devices' sockets to being committed with their aggregates. Devices, broker, stream server, poller with
 * consumer, and PostgreSQL are processes of their own, and share the machine's cores.
 */
export const ingestBench: Bench = {
  'mqtt-single': async () => [throughput('mqtt-single', await single(), SINGLE)],
  'mqtt-array': async () => [throughput('mqtt-array', await array(), ARRAYS)],
  lag: async () => [...lags('lag', await single()), ...lags('lag:array', await array())],
  consumer: ingestConsumer,
};

/** Of each measurement, after a warm-up: `INGEST_SECONDS=10 npm run bench -- mqtt-single` tries it. */
const SECONDS = Number(process.env.INGEST_SECONDS ?? 60);
const WARM_UP_SECONDS = Math.min(5, SECONDS);
/** A folder for a CPU profile of each process: their most expensive functions are then shown. Profiling itself costs. */
const PROFILES = process.env.INGEST_PROFILES;

const DEVICES = 200;
const SINGLE = { rate: 10_000, array: 1 };
const ARRAYS = { rate: 50_000, array: 50 };
const LIMIT_MS = 1_000;

interface Measured extends Played {
  /** Stored a second, of the seconds while devices sent. */
  readonly perSecond: number;
}

/** A measurement has two figures. */
const single = atMostOnce(() => measure('single readings', SINGLE));
const array = atMostOnce(() => measure('arrays of 50', ARRAYS));

function atMostOnce<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => (result ??= work());
}

async function measure(name: string, { rate, array }: typeof SINGLE): Promise<Measured> {
  const profiles = PROFILES && `${PROFILES}/${name.replaceAll(' ', '-')}`;
  const platform = await startIngestPlatform(profiles);
  const play = async (seconds: number): Promise<Played> => {
    const wanted = { devices: DEVICES, rate, array, seconds, inFlight: 20, location: 'bench' };
    platform.devices.process.send(wanted);
    const [played] = (await once(platform.devices.process, 'message')) as [Played];
    return played;
  };
  try {
    await play(WARM_UP_SECONDS);
    const before = platform.cpuSeconds();
    const played = await play(SECONDS);
    const after = platform.cpuSeconds();
    const measured = { ...played, perSecond: storedPerSecond(played) };
    show(name, measured, before, after);
    return measured;
  } finally {
    await platform.stop();
    for (const [process, lines] of profiles === undefined ? [] : topFunctions(profiles, 20)) {
      console.error([`\n${process}`, ...lines].join('\n'));
    }
  }
}

/** Between the first second and the last one in which devices sent. */
function storedPerSecond({ progress }: Played): number {
  const during = progress.filter(({ seconds }) => seconds <= SECONDS);
  const [first, last] = [during[0]!, during.at(-1)!];
  return (last.stored - first.stored) / (last.seconds - first.seconds);
}

function show(
  name: string,
  { result, perSecond }: Measured,
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): void {
  const { sent, messages, acknowledged, stored, sendingMs, storedMs, lags } = result;
  const seconds = sendingMs / 1_000;
  showTable(`${DEVICES} devices, ${name}, ${SECONDS} s`, [
    { what: 'messages sent a second', value: messages / seconds },
    { what: 'readings sent a second', value: sent / seconds },
    { what: 'readings stored a second', value: perSecond },
    { what: 'readings not acknowledged', value: sent - acknowledged },
    { what: 'readings not stored', value: sent - stored },
    { what: 'lag p50, ms', value: quantile(lags, 0.5) ?? Number.NaN },
    { what: 'lag p95, ms', value: quantile(lags, 0.95) ?? Number.NaN },
    { what: 'lag p99, ms', value: quantile(lags, 0.99) ?? Number.NaN },
  ]);
  const rows = Object.entries(after).map(([process, total]) => {
    const spent = total - before[process]!;
    return {
      process,
      'CPU s': spent,
      'cores used': spent / (storedMs / 1_000),
      'µs a reading': (spent / stored) * 1e6,
    };
  });
  if (rows.length > 0) showTable(`Where the time goes (${name})`, rows);
}

function throughput(name: string, { result, perSecond }: Measured, { rate }: typeof SINGLE): Figure {
  const missing = result.sent - result.stored;
  return {
    name,
    // What is lost was not sustained.
    value: missing === 0 ? rounded(perSecond) : 0,
    unit: 'readings/s',
    against: `asked for ${rate}`,
    ratio: missing === 0 ? rounded(perSecond / rate) : 0,
  };
}

function lags(name: string, { result }: Measured): readonly Figure[] {
  const figure = (suffix: string, share: number): Figure => {
    const value = quantile(result.lags, share) ?? Number.NaN;
    return {
      name: `${name}${suffix}`,
      value,
      unit: 'ms',
      against: `at most ${LIMIT_MS}`,
      ratio: rounded(LIMIT_MS / value),
    };
  };
  return [figure('', 0.95), figure(':p50', 0.5), figure(':p99', 0.99)];
}
