import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { domains } from '../../functions/manifest.ts';
import { apiGatewayEvent } from '../../local/event.ts';
import { loadFunctions } from '../../local/functions.ts';
import { createLocalServer } from '../../local/http-server.ts';
import { createRouter, type Router } from '../../local/router.ts';
import { logTo } from '../../platform/observability/log-sink.ts';

/**
 * A process that serves HTTP to be measured: `ours`, the functions as `npm start` serves them, or `bare`, which builds
 * the same event of each request and answers with it. Tells its port, and its CPU time when asked.
 */

const PORTS = { first: 21_000, last: 21_999 };

async function serverNamed(name: string): Promise<Server> {
  const router = createRouter(await loadFunctions(domains));
  if (name === 'bare') return bareServer(router);
  // Lines are made as ever, and go nowhere.
  logTo(() => {});
  return createLocalServer(router);
}

function bareServer(router: Router): Server {
  return createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = 'GET', url = '/', headersDistinct: headers, httpVersion, socket } = request;
      const event = apiGatewayEvent(
        {
          method,
          target: url,
          headers,
          body: Buffer.concat(chunks),
          httpVersion,
          remoteAddress: socket.remoteAddress!,
        },
        router(method, url),
      );
      const body = JSON.stringify(event);
      // A text and not bytes: head and body then go out in one write, the fastest that node:http has.
      response.setHeader('content-type', 'application/json').end(body);
    });
  });
}

function listen(server: Server, port: number): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || port === PORTS.last) throw error;
    listen(server, port + 1);
  });
  server.listen(port, '127.0.0.1');
}

const server = await serverNamed(process.argv[2]!);
server.once('listening', () => process.send!({ port: (server.address() as AddressInfo).port }));
listen(server, PORTS.first);
process.on('message', () => process.send!({ cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit());
