import { randomUUID } from 'node:crypto';
import { alertOperations } from '../../../functions/iot/alerts/contract.ts';
import { alertRoutes } from '../../../functions/iot/alerts/routes.ts';
import { attemptThrough } from '../../../functions/iot/deliveries/channels.ts';
import { deliverAlerts } from '../../../functions/iot/deliveries/consumer.ts';
import { type DeliverLimits, deliverDue } from '../../../functions/iot/deliveries/deliver.ts';
import { deliverAtOnce } from '../../../functions/iot/deliveries/deliver-at-once.ts';
import { retryDeliveries } from '../../../functions/iot/deliveries/retry-deliveries.ts';
import { webhookOperations } from '../../../functions/iot/webhooks/contract.ts';
import { webhookRoutes } from '../../../functions/iot/webhooks/routes.ts';
import { webhookSecrets } from '../../../functions/iot/webhooks/secrets.ts';
import type { AlertNotice } from '../../../platform/alert-topic/alert-topic.ts';
import { localBlindIndex } from '../../../platform/encryption/blind-index.ts';
import { consumerFunction } from '../../../platform/events/consumer-function.ts';
import { columns, type EventRow } from '../../../platform/events/event-store.ts';
import { publishedFrom } from '../../../platform/events/published-event.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { stopwatch } from '../../../platform/observability/stopwatch.ts';
import type { Targets } from '../../../platform/outbound/target.ts';
import { clientOf } from '../../contract/client.ts';
import { kinesisEvent } from '../../unit/platform/streams/kinesis-event.ts';
import { testDatabase } from '../database.ts';
import { alerting, at } from './alerting.ts';

export const OPERATOR = randomUUID();

/** Alerts and those who are told of them, on a database of the calling file alone, with a clock that is set by hand. */
export async function webhookWorld() {
  const { database, owner } = await testDatabase();
  const alerts = await alerting(database);
  const { clock } = alerts;
  const logLines: string[] = [];
  logTo(line => logLines.push(line));
  const settings: { targets: Targets } = { targets: 'any' };
  const secrets = webhookSecrets(localBlindIndex(Buffer.alloc(32, 7)));
  const topic = { notices: [] as AlertNotice[], away: false };

  const operations = [...alertOperations, ...webhookOperations];
  const http = { entry: '', operations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
  const dependencies = { database, webhookSecrets: secrets, webhookTargets: () => settings.targets, newId: randomUUID };
  const handler = httpFunction({
    name: 'iot',
    release: '1',
    now: () => clock.now,
    routes: [...alertRoutes(dependencies), ...webhookRoutes(dependencies)],
    authenticate: async () => ({ kind: 'user', userId: OPERATOR, sessionId: randomUUID(), roles: ['operator'] }),
  });
  const call = clientOf(
    [{ domain: { name: 'iot', purpose: 'Tests', http, alarms: [] }, http, handler, loadedInMs: 0 }],
    await openApiDocument({ operations, version: '1.0.0' }),
  );

  const attempt = () =>
    attemptThrough({
      secrets,
      targets: settings.targets,
      topic: {
        async publish(notice) {
          if (topic.away) throw new Error('away');
          topic.notices.push(notice);
        },
      },
    });
  const delivering = () => ({ database, attempt: attempt(), now: () => clock.now, stopwatch, random: () => 0 });
  const consume = deliverAtOnce(
    consumerFunction(deliverAlerts, { database: () => database, now: () => clock.now }),
    delivering,
    { proven: true, attemptMs: 500, budgetMs: 4_000 },
  );

  let seen = 0;
  /** Gives the consumer's function what has been recorded since, as the stream does. */
  async function publish(times = 1): Promise<void> {
    const rows = await database.sql<EventRow[]>`
      select ${columns(database.sql)} from events where global_position > ${seen} order by global_position`;
    seen = Number(rows.at(-1)?.globalPosition ?? seen);
    const records = rows.map(row => ({ data: JSON.stringify(publishedFrom(row)), sequenceNumber: row.globalPosition }));
    for (let time = 0; time < times && records.length > 0; time++) {
      const { batchItemFailures } = await consume(kinesisEvent(records, 'consultation-events'), { awsRequestId: 'r' });
      if (batchItemFailures.length > 0) throw new Error(logLines.at(-1));
    }
  }

  /** The job. */
  const retry = () =>
    retryDeliveries(attempt, () => 0)({ now: () => clock.now, database, arguments: [], progress: () => {} });

  /** What is due, within other limits than the job's. */
  const deliverNow = (limits: Partial<DeliverLimits> = {}) =>
    deliverDue(delivering(), { proven: false, attemptMs: 5_000, budgetMs: 10_000, ...limits });

  async function register(url: string, others: object = {}) {
    const { status, json, text } = await call('POST', '/v1/iot/webhooks', { body: { url, ...others } });
    if (status !== 201) throw new Error(text);
    return json as { readonly id: string; readonly secret: string };
  }

  async function webhook(id: string) {
    const { json } = await call('GET', '/v1/iot/webhooks');
    return json.webhooks.find((each: { readonly id: string }) => each.id === id);
  }

  async function deliveries(id: string, query = '') {
    const { json } = await call('GET', `/v1/iot/webhooks/${id}/deliveries${query}`);
    return json.deliveries;
  }

  /** Raises an alert of a new device; gives the device. */
  async function raise(locationId?: string): Promise<string> {
    const device = { thresholds: { temperature: { max: 28 } }, ...(locationId && { locationId }) };
    const deviceId = await alerts.device(device);
    const seconds = (clock.now.getTime() - at(0)) / 1000;
    await alerts.deliver(alerts.readings(deviceId, [[seconds, 30]]));
    return deviceId;
  }

  /** Lets time pass. */
  function pass(minutes: number): void {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  }

  return {
    ...{ ...alerts, database, owner, logLines, settings, topic, call, publish, retry, deliverNow, register, webhook },
    ...{ deliveries, raise, pass },
  };
}
