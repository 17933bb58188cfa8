import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from '../../platform/db/database.ts';
import { topicRuleName } from '../../platform/mqtt/topic-rule.ts';
import { basicIngestTopic, deviceTopics } from '../../platform/mqtt/topics.ts';
import type { SimulationArguments } from './arguments.ts';
import { type Arrivals, watchArrivals } from './arrivals.ts';
import { connectDevice, type DeviceConnection } from './connection.ts';
import { type LagProbe, startLagProbe } from './lag-probe.ts';
import { nextReadings, type Sensor } from './message.ts';
import { createPace } from './pace.ts';
import { registerDevices, type SimulatedDevice, switchOff } from './registration.ts';

/** Where the platform is. */
export interface Platform {
  readonly sql: Sql;
  readonly host: string;
  readonly port: number;
  /** Of the rules' names. */
  readonly stage: string;
}

/** How far it is: numbers of readings, since the start. */
export interface Progress {
  readonly seconds: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly stored: number;
  /** Of the readings found since the last time. */
  readonly lags: readonly number[];
}

/** What came of a simulation, in readings. */
export interface SimulationResult {
  readonly asked: number;
  readonly sent: number;
  readonly messages: number;
  readonly acknowledged: number;
  /** As rows, and as counted by their minutes. */
  readonly stored: number;
  readonly counted: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly connectionsLost: number;
  /** For how long it sent, and until all was stored. */
  readonly sendingMs: number;
  readonly storedMs: number;
  /** Milliseconds from the sending of a message (`recordedAt` of its newest reading) to its being seen in the database. */
  readonly lags: readonly number[];
}

export interface SimulationOptions {
  readonly wanted: SimulationArguments;
  readonly platform: Platform;
  /** Ends the sending. */
  readonly signal: AbortSignal;
  /** Each second. */
  readonly progress: (progress: Progress) => void;
  readonly connected: (devices: number, milliseconds: number) => void;
}

/** Between two looks at what is due. */
const TICK_MS = 5;
const CONNECTING_AT_ONCE = 50;
/** Without anything more being stored, what is not there is missing. */
const PATIENCE_MS = 15_000;
const REFUSED_AFTER_MS = 1_000;

/** Counts of what devices have sent so far. */
interface Sent {
  messages: number;
  readings: number;
  acknowledged: number;
  lost: number;
}

/** A device at work. */
interface Player {
  readonly id: string;
  readonly topic: string;
  readonly sensor: Sensor;
  readonly connection: DeviceConnection;
}

/** Plays devices for as long as was asked, and waits for what they sent to be stored. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { wanted, platform, progress } = options;
  const devices = await registerDevices(platform.sql, wanted);
  const sent: Sent = { messages: 0, readings: 0, acknowledged: 0, lost: 0 };
  const connecting = performance.now();
  const players = await connectAll(options, devices, sent);
  options.connected(players.length, performance.now() - connecting);
  const since = new Date();
  for (const { sensor } of players) sensor.lastAt = since.getTime();
  const arrivals = await watchArrivals(platform.sql, devices, since);
  const probe = startLagProbe(platform.sql, wanted.rate / wanted.array);
  const start = performance.now();
  const telling = tellEachSecond(sent, arrivals, probe, start, progress);
  await send(options, players, sent, probe, start);
  const sendingMs = performance.now() - start;
  const storedMs = await untilStored(arrivals, sent, start);
  await telling.stop();
  await probe.stop();
  for (const { connection } of players) connection.close();
  const [stored, counted, refused] = await Promise.all([arrivals.stored(), arrivals.counted(), arrivals.refused()]);
  await switchOff(platform.sql, devices);
  return {
    asked: wanted.rate * wanted.seconds,
    sent: sent.readings,
    messages: sent.messages,
    acknowledged: sent.acknowledged,
    stored,
    counted,
    refused,
    connectionsLost: sent.lost,
    sendingMs,
    storedMs,
    lags: probe.lags,
  };
}

async function connectAll(
  { platform: { host, port, stage } }: SimulationOptions,
  devices: readonly SimulatedDevice[],
  sent: Sent,
): Promise<readonly Player[]> {
  const events = {
    acknowledged: (readings: number) => {
      sent.acknowledged += readings;
    },
    lost: () => {
      sent.lost += 1;
    },
  };
  const ruleName = topicRuleName(stage, 'readings');
  const players: Player[] = [];
  for (let at = 0; at < devices.length; at += CONNECTING_AT_ONCE) {
    const some = devices.slice(at, at + CONNECTING_AT_ONCE).map(async ({ id, secret, types }): Promise<Player> => {
      const connection = await connectDevice({ host, port, deviceId: id, secret }, events);
      const topic = basicIngestTopic(ruleName, deviceTopics(id).readings);
      return { id, topic, connection, sensor: { types, lastAt: 0, count: 0 } };
    });
    players.push(...(await Promise.all(some)));
  }
  return players;
}

/** Sends messages at the pace that was asked, device by device in turns; one that waits for acknowledgements is passed over. */
async function send(
  { wanted: { rate, array, seconds, inFlight }, signal }: SimulationOptions,
  players: readonly Player[],
  sent: Sent,
  probe: LagProbe,
  start: number,
): Promise<void> {
  const pace = createPace(rate / array);
  const end = seconds * 1_000;
  let next = 0;
  for (let elapsed = 0; elapsed < end && !signal.aborted; ) {
    await delay(TICK_MS);
    elapsed = Math.min(end, performance.now() - start);
    let passedOver = 0;
    for (let due = pace.due(elapsed, sent.messages); due > 0 && passedOver < players.length; ) {
      const { id, topic, sensor, connection } = players[next++ % players.length]!;
      if (connection.inFlight() >= inFlight) {
        passedOver += 1;
        continue;
      }
      const readings = nextReadings(sensor, array, Date.now(), Math.random);
      connection.publish(topic, JSON.stringify(array === 1 ? readings[0] : readings), array);
      probe.sent(id, readings.at(-1)!);
      sent.messages += 1;
      sent.readings += array;
      due -= 1;
    }
  }
}

function tellEachSecond(
  sent: Sent,
  arrivals: Arrivals,
  { lags }: LagProbe,
  start: number,
  progress: (progress: Progress) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const telling = (async () => {
    for (let second = 1, told = 0; !stopping.signal.aborted; second++) {
      const wait = start + second * 1_000 - performance.now();
      await delay(Math.max(0, wait), undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      const stored = await arrivals.counted().catch(() => undefined);
      if (stored === undefined) continue;
      const { readings, acknowledged } = sent;
      progress({ seconds: second, sent: readings, acknowledged, stored, lags: lags.slice(told) });
      told = lags.length;
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await telling;
    },
  };
}

/** Waits for what was sent to be stored or refused, or for nothing more of it to be; gives when, from the start. */
async function untilStored(arrivals: Arrivals, sent: Sent, start: number): Promise<number> {
  let most = -1;
  for (let moved = performance.now(); performance.now() - moved < PATIENCE_MS; await delay(100)) {
    const counted = await arrivals.counted();
    if (counted > most) moved = performance.now();
    most = Math.max(most, counted);
    if (counted >= sent.readings) break;
    // Most runs have none: they are looked for where something is missing.
    if (performance.now() - moved < REFUSED_AFTER_MS) continue;
    if (counted + refusedIn(await arrivals.refused()) >= sent.readings) break;
  }
  return performance.now() - start;
}

/** Readings, for all reasons together. */
export function refusedIn(refused: SimulationResult['refused']): number {
  return Object.values(refused).reduce((sum, many) => sum + many, 0);
}
