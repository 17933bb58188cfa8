import { openDatabase } from '../../../platform/db/connection.ts';
import type { Database } from '../../../platform/db/database.ts';
import { clientOf } from '../../contract/client.ts';
import { ordersDocument, ordersFunction } from './orders.ts';

/**
 * A process that sends one order and then hangs: `written` in its transaction, with the row written; `committed` after the
 * commit, before the function has answered. It tells its parent, who kills it there.
 */
const [url = '', point, target = '', key = '', item = ''] = process.argv.slice(2);

/** Keeps the process there. */
function hang(): Promise<never> {
  setInterval(() => {}, 1_000);
  process.send!(point);
  return new Promise(() => {});
}

const database = openDatabase({ url, connections: 1, applicationName: 'order process' });
const hanging: Database = {
  ...database,
  async transaction(work) {
    const result = await database.transaction(work);
    return point === 'committed' ? hang() : result;
  },
};
const orders = ordersFunction(hanging, { written: () => (point === 'written' ? hang() : undefined) });
await clientOf([orders], ordersDocument)('POST', target, { body: { item }, headers: { 'Idempotency-Key': key } });
