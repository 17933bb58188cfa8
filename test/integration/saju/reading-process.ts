import { getStoredChart } from '../../../functions/saju/people-charts/contract.ts';
import { getStoredChartHandler } from '../../../functions/saju/people-charts/get.http.ts';
import { createAccessLog } from '../../../platform/audit/access-log.ts';
import { openRecorded } from '../../../platform/audit/open-recorded.ts';
import { openDatabase } from '../../../platform/db/connection.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { route } from '../../../platform/http/route.ts';
import { clientOf } from '../../contract/client.ts';

/** A process that reads one chart and hangs where it would open it. It tells its parent, who kills it there. */
const [url = '', userId = '', target = ''] = process.argv.slice(2);

const now = () => new Date();
const database = openDatabase({ url, connections: 1, applicationName: 'reading process' });
const recorded = openRecorded({
  log: createAccessLog(database.sql),
  now,
  cipher: {
    open() {
      setInterval(() => {}, 1_000);
      process.send!('opening');
      return new Promise(() => {});
    },
  },
});
const http = { entry: '', operations: [getStoredChart], fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
const handler = httpFunction({
  name: 'reading',
  release: '1',
  now,
  routes: [route(getStoredChart, getStoredChartHandler({ database, openRecorded: recorded }))],
  authenticate: async () => ({ kind: 'user', userId, sessionId: userId, roles: ['member'] }),
});
const call = clientOf(
  [{ domain: { name: 'reading', purpose: 'Tests', http, alarms: [] }, http, handler, loadedInMs: 0 }],
  await openApiDocument({ operations: [getStoredChart], version: '1.0.0' }),
);
await call('GET', target);
