import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What becomes of the bytes of one connection. */
export interface Cut {
  /** Watches for these bytes from the client. */
  readonly at: string;
  /**
   * `before`: both ends are cut, and the server never sees them. `after`: the server gets them, and once it has answered
   * (or at once: `unanswered`) the client is cut off. `silence`: the server gets them, and nothing is ever passed on again.
   * `reset`: as `before`, and the client meets an error instead of an end.
   */
  readonly how: 'before' | 'after' | 'unanswered' | 'silence' | 'reset';
}

/** Stands between the driver and the server, and breaks the next connection that says what it is told to look for. */
export interface CuttingProxy {
  /** The server's URL by way of the proxy. */
  readonly url: string;
  /** What clients have sent, as it came. */
  readonly sent: readonly string[];
  /** The next connection that says so, once; resolves when it has been cut. */
  cutNext(cut: Cut): Promise<void>;
  close(): Promise<void>;
}

export async function cuttingProxy(url: string): Promise<CuttingProxy> {
  const target = new URL(url);
  let next: (Cut & { readonly cut: () => void }) | undefined;
  const sent: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer(client => {
    const server = connect(Number(target.port), target.hostname);
    let done: Cut | undefined;
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      // What is cut off on purpose is no error of ours.
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        if (done === undefined) other.destroy();
      });
    }
    client.on('data', bytes => {
      sent.push(bytes.toString('latin1'));
      if (next !== undefined && bytes.includes(next.at)) {
        done = next;
        next.cut();
        next = undefined;
        if (done.how === 'before' || done.how === 'reset') {
          if (done.how === 'reset') client.resetAndDestroy();
          else client.destroy();
          server.destroy();
          return;
        }
      }
      server.write(bytes);
      if (done?.how === 'unanswered') client.destroy();
    });
    server.on('data', bytes => {
      if (done === undefined) client.write(bytes);
      else if (done.how === 'after') client.destroy();
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${(proxy.address() as AddressInfo).port}` }).href,
    sent,
    cutNext: cut =>
      new Promise(resolve => {
        next = { ...cut, cut: resolve };
      }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
