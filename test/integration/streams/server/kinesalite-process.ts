import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import kinesalite from 'kinesalite';

/** kinesalite in a process of its own. Says where it is. */
const server = kinesalite({ createStreamMs: 0, shardLimit: 1_000 }).listen(0, '127.0.0.1');
await once(server, 'listening');
process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
