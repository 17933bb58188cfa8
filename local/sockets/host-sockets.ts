import type { Server } from 'node:http';
import type { Domain } from '../../platform/manifest/domain.ts';
import { stopwatch } from '../../platform/observability/stopwatch.ts';
import type { RunningEngine } from '../engines/engines.ts';
import { loadSocketCode } from './socket-code.ts';
import { type RunningSockets, startSockets } from './socket-host.ts';

export interface HostedSockets extends RunningSockets {
  /** As the status table shows it. */
  readonly running: RunningEngine;
}

/**
 * The WebSocket APIs of the manifest, on the server that answers HTTP too: an address to remember, and one port. Sets the
 * environment by which functions find them.
 *
 * @param origin of the server
 */
export async function hostSockets(server: Server, origin: string, domains: readonly Domain[]): Promise<HostedSockets> {
  const elapsed = stopwatch();
  const declarations = domains.flatMap(({ sockets = [] }) => sockets);
  const apis = await Promise.all(declarations.map(loadSocketCode));
  const sockets = await startSockets({ server, apis });
  const { host, port, protocol } = new URL(origin);
  const own = [origin, `${protocol}//localhost:${port}`].join(',');
  process.env.SOCKET_ENDPOINT = sockets.endpoint;
  process.env.LIVE_URL = `ws://${host}/live`;
  // Pages of this server, unless whoever started it names others.
  process.env.LIVE_ORIGINS ||= own;
  return {
    ...sockets,
    running: {
      name: 'WebSockets',
      address: host,
      startedInMs: elapsed(),
      remark: declarations.map(({ name, purpose }) => `/${name}: ${purpose}`).join('; '),
    },
  };
}
