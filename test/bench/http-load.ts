import { connect, type Socket } from 'node:net';

/**
 * A process that loads a server: keeps some connections busy with one request after another, for some seconds.
 * Written on sockets, since node:http's own client takes more time for a request than the server that is measured.
 */

export interface LoadOrder {
  readonly port: number;
  /** Requests as they go over the wire, taken in turns. */
  readonly requests: readonly string[];
  readonly seconds: number;
}

export interface LoadResult {
  readonly responses: number;
  readonly milliseconds: number;
  /** Bytes of the last response's body. */
  readonly bodyBytes: number;
}

/** Enough to keep a server busy while this process sleeps. */
const CONNECTIONS = 128;

const sleeper = new Int32Array(new SharedArrayBuffer(4));
const HEAD_END = Buffer.from('\r\n\r\n');

if (process.send !== undefined) {
  process.on('message', (order: LoadOrder) => {
    load(order).then(
      result => process.send!(result),
      error => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit());
}

async function load({ port, requests, seconds }: LoadOrder): Promise<LoadResult> {
  const wire = requests.map(request => Buffer.from(request));
  const counter = { next: 0, responses: 0, bodyBytes: 0, until: performance.now() + seconds * 1000 };
  const start = performance.now();
  rest(counter);
  await Promise.all(Array.from({ length: CONNECTIONS }, () => keepBusy(port, wire, counter)));
  return { responses: counter.responses, milliseconds: performance.now() - start, bodyBytes: counter.bodyBytes };
}

/**
 * Sleeps a millisecond between looks at the connections, as if it were another machine. Two cores of a virtual machine
 * are often one: a load that never rests halves the speed of the server, and one that each response wakes costs it
 * 15 µs a response; the slower of two servers would pay more of both.
 */
function rest(counter: { readonly until: number }): void {
  Atomics.wait(sleeper, 0, 0, 1);
  if (performance.now() < counter.until) setImmediate(rest, counter);
}

function keepBusy(
  port: number,
  wire: readonly Buffer[],
  counter: { next: number; responses: number; bodyBytes: number; until: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let received: Buffer = Buffer.alloc(0);
    const ask = () => {
      socket.write(wire[counter.next]!);
      counter.next = (counter.next + 1) % wire.length;
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const headEnd = received.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const head = received.toString('latin1', 0, headEnd);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      if (!head.startsWith('HTTP/1.1 200 ') || Number.isNaN(length)) {
        reject(new Error(`not the answer that is measured: ${head}`));
        socket.destroy();
        return;
      }
      if (received.length < headEnd + HEAD_END.length + length) return;
      received = received.subarray(headEnd + HEAD_END.length + length);
      counter.responses++;
      counter.bodyBytes = length;
      if (performance.now() < counter.until) ask();
      else {
        socket.end();
        resolve();
      }
    });
  });
}
