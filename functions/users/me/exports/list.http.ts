import type { Handler } from '../../../../platform/http/route.ts';
import type { MeDependencies } from '../dependencies.ts';
import { exportAnswer } from './answer.ts';
import type { listExports } from './contract.ts';
import { listExportRows } from './store.ts';

/** The exports of who asks. */
export function listExportsHandler({
  database: { sql },
}: Pick<MeDependencies, 'database'>): Handler<typeof listExports> {
  return async (_, { caller: { userId }, now }) => ({
    exports: (await listExportRows(sql, userId, now())).map(exportAnswer),
  });
}
