import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { domains } from '../functions/manifest.ts';
import { logTo } from '../platform/observability/log-sink.ts';
import { sharedKinesisClient } from '../platform/streams/client.ts';
import { timeSeriesSetting } from '../platform/timeseries/hot-window.ts';
import { engineFailure, isTold } from './engines/engine-failure.ts';
import { type Engines, startEngines } from './engines/engines.ts';
import { loadFunctions } from './functions.ts';
import { createLocalServer } from './http-server.ts';
import { type RunningJobs, startJobs } from './jobs/start-jobs.ts';
import { prettyLog } from './pretty-log.ts';
import { createRouter } from './router.ts';
import { type Settings, settings } from './settings.ts';
import { type HostedSockets, hostSockets } from './sockets/host-sockets.ts';
import { statusTable } from './status-table.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { type RunningPollers, startPollers } from './streams/pollers.ts';

/** `npm start`: the manifest's functions behind one HTTP server, as they are deployed, with the engines they use. */
async function start(options: Settings): Promise<void> {
  const { HOST, PORT, LOG, HEAL7_DATA, DATABASE_URL, DATABASE_OWNER_URL } = options;
  if (LOG !== 'json') logTo(LOG === 'pretty' ? prettyLog : () => {});
  // Standard output is the log's where machines read it.
  const say = LOG === 'json' ? console.error : console.log;
  const functions = await loadFunctions(domains);
  const server = createLocalServer(createRouter(functions));
  let engines: Engines | undefined;
  let jobs: RunningJobs | undefined;
  let pollers: RunningPollers | undefined;
  let sockets: HostedSockets | undefined;
  const stop = async () => {
    await Promise.all([jobs?.stop(), pollers?.stop(), sockets?.stop()]);
    await engines?.stop();
  };
  stopOnSignals(server, stop, () => void sockets?.stop());
  // Before the engines: charts and the calendar need none, and making the database takes a few seconds the first time.
  server.listen(PORT, HOST);
  await once(server, 'listening');
  engines = await startEngines({
    directory: HEAL7_DATA,
    databaseUrl: DATABASE_URL,
    ownerUrl: DATABASE_OWNER_URL,
    broker: { port: options.MQTT_PORT, publishesPerSecond: options.MQTT_PUBLISHES_PER_SECOND },
    shared: true,
    progress: say,
    lost: ({ name, address }, by) =>
      say(
        `${name} (${address}) has ended by itself, by ${by}. What needs it fails. Stop with Ctrl-C, and npm start again.`,
      ),
  });
  try {
    const { HEAL7_TIMESERIES } = timeSeriesSetting();
    const { address, family, port } = server.address() as AddressInfo;
    const origin = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
    sockets = await hostSockets(server, origin, domains);
    pollers = await startPollers({
      declarations: domains
        .flatMap(({ streams = [] }) => streams)
        .filter(({ onlyWith = HEAL7_TIMESERIES }) => onlyWith === HEAL7_TIMESERIES),
      client: sharedKinesisClient(),
      directory: HEAL7_DATA,
    });
    jobs = startJobs(domains);
    say(
      statusTable(
        origin,
        functions,
        [...engines.running, sockets.running],
        pollers.consumers,
        jobs.next(),
        performance.now(),
      ),
    );
  } catch (error) {
    await stop();
    throw engineFailure('HEAL7', HEAL7_DATA, error);
  }
}

/** What to do about an error that the person at the keyboard can mend; undefined for others. */
function advice(error: unknown): string | undefined {
  if (isTold(error)) return error.message;
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what uses it, or take another: PORT=${(port ?? 7007) + 1} npm start (PORT=0 takes any free one).`;
    case 'EACCES':
      return `Port ${port} may not be used without more rights. Take one above 1023: PORT=7007 npm start.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      if (address === '127.0.0.1') return engineFailure('HEAL7', '', error).message;
      return `HOST=${address ?? process.env.HOST} is not an address of this machine. Leave HOST out for 127.0.0.1.`;
    default:
      return undefined;
  }
}

try {
  await start(settings());
} catch (error) {
  const message = advice(error);
  if (message === undefined) throw error;
  console.error(message);
  process.exit(1);
}
