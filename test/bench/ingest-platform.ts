import { mkdirSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBroker } from '../../local/engines/broker.ts';
import { startPostgres } from '../../local/engines/postgres.ts';
import { startStreams } from '../../local/engines/streams.ts';
import { PUBLISHES_PER_SECOND } from '../../local/mqtt/limits.ts';
import { APP_ROLE, letAppSignIn } from '../../platform/db/app-role.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import { migrate, readMigrations } from '../../platform/db/migrator.ts';
import { type Child, startChild } from '../integration/child.ts';
import { profilingEnvironment } from './cpu-profile.ts';
import { cpuSecondsOf, cpuSecondsOfMachine } from './process-cpu.ts';

/** What takes readings in, and devices that send them: five parts, each in a process of its own. */
export interface IngestPlatform {
  readonly devices: Child;
  /** What each part has computed so far, in seconds, and everything else on the machine; of none where there is no /proc. */
  cpuSeconds(): Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

const PASSWORD = 'of-the-app-in-ingest-benches';
const MOST_WRITING_MS = 10_000;

/** @param profiles a folder that gets a profile of each process of Node.js, to the end */
export async function startIngestPlatform(profiles?: string): Promise<IngestPlatform> {
  const directory = await mkdtemp(join(tmpdir(), 'heal7-bench-'));
  const postgres = await startPostgres({ directory: join(directory, 'postgres') });
  const owner = openDatabase({ url: postgres.url, connections: 1, applicationName: 'bench' });
  await migrate(owner, await readMigrations(new URL('../../db/migrations/', import.meta.url)));
  await letAppSignIn(owner.sql, PASSWORD);
  await owner.close();
  const DATABASE_URL = Object.assign(new URL(postgres.url), { username: APP_ROLE, password: PASSWORD }).href;

  if (profiles !== undefined) {
    mkdirSync(profiles, { recursive: true });
    Object.assign(process.env, profilingEnvironment(profiles));
  }
  const streams = await startStreams({ directory: join(directory, 'streams') });
  const found = { DATABASE_URL, ...streams.environment };
  const broker = await startBroker({
    directory: join(directory, 'mqtt'),
    port: 0,
    publishesPerSecond: PUBLISHES_PER_SECOND,
    environment: found,
    log: () => {},
  });
  const environment = JSON.stringify({ ...found, ...broker.environment });
  const consumer = await startChild(new URL('ingest-poller.ts', import.meta.url), environment, directory);
  const devices = await startChild(new URL('ingest-devices.ts', import.meta.url), environment);

  const processes = {
    devices: devices.process.pid!,
    broker: broker.processId,
    'stream server': streams.processId,
    'poller and consumer': consumer.process.pid!,
    PostgreSQL: postgres.processId,
  };
  return {
    devices,
    cpuSeconds() {
      const seconds = Object.entries(processes).flatMap(([name, id]) => {
        const ofProcess = cpuSecondsOf(id);
        return ofProcess === undefined ? [] : ([[name, ofProcess]] as const);
      });
      const ours = seconds.reduce((sum, [, each]) => sum + each, 0);
      const machine = cpuSecondsOfMachine();
      return Object.fromEntries(machine === undefined ? seconds : [...seconds, ['everything else', machine - ours]]);
    },
    async stop() {
      const { PostgreSQL: _, ...ofNode } = processes;
      if (profiles !== undefined) await writeProfiles(profiles, Object.values(ofNode));
      await Promise.all([devices.kill(), consumer.kill()]);
      await broker.stop();
      await streams.stop();
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function writeProfiles(folder: string, processIds: readonly number[]): Promise<void> {
  for (const id of processIds) process.kill(id, 'SIGUSR2');
  const left = async () => {
    const files = await readdir(folder);
    return processIds.some(id => !files.some(file => file.endsWith(`-${id}.cpuprofile`)));
  };
  for (const deadline = Date.now() + MOST_WRITING_MS; Date.now() < deadline && (await left()); ) await delay(50);
  // What is there may be half written.
  await delay(500);
}
