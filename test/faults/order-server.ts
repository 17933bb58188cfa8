import { openDatabase } from '../../platform/db/connection.ts';
import { clientOf } from '../contract/client.ts';
import { ordersDocument, ordersFunction } from '../integration/idempotency/orders.ts';

/** A process that takes orders from its parent, any number at once, until it is killed. */

export interface Order {
  /** Of this message, so that its answer is told from others. */
  readonly id: number;
  readonly key: string;
  /** Whether the key is sent: without, nothing keeps an order from being carried out twice. */
  readonly keyed: boolean;
}

export interface OrderAnswer {
  readonly id: number;
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
}

const [url = '', connections = ''] = process.argv.slice(2);
const database = openDatabase({ url, connections: Number(connections), applicationName: 'order server' });
const call = clientOf([ordersFunction(database)], ordersDocument);

process.on('message', async ({ id, key, keyed }: Order) => {
  const { status, text, headers } = await call('POST', '/test/shops/1/orders', {
    body: { item: key },
    headers: keyed ? { 'Idempotency-Key': key } : {},
  });
  process.send!({ id, status, text, replayed: headers['idempotency-replayed'] === 'true' } satisfies OrderAnswer);
});
process.on('disconnect', () => process.exit());
// Connects before there is load.
await database.sql`select 1`;
process.send!('ready');
