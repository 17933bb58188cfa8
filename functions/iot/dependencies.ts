import type { Database } from '../../platform/db/database.ts';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { connectionsTableOfEnvironment } from '../../platform/dynamodb/client.ts';
import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { publishingFromEnvironment } from '../../platform/events/publishing.ts';
import type { Seal } from '../../platform/idempotency/stored-answer.ts';
import { brokerSettings } from '../../platform/mqtt/environment.ts';
import { type DevicePublisher, publisherOfEnvironment } from '../../platform/mqtt/publisher.ts';
import { type Targets, targetsOfEnvironment } from '../../platform/outbound/target.ts';
import { limiterOfEnvironment } from '../../platform/rate-limit/environment.ts';
import { createTickets } from '../../platform/sockets/tickets.ts';
import { timeSeriesStoreFromEnvironment } from '../../platform/timeseries/environment.ts';
import type { TimeSeriesStore } from '../../platform/timeseries/time-series-store.ts';
import type { Broker } from './devices/answer.ts';
import { liveSettings } from './live/environment.ts';
import { liveTicketsOfUser } from './live/limits.ts';
import { LIVE } from './live/name.ts';
import type { LiveTicketDependencies } from './live-tickets/create.http.ts';
import { type WebhookSecrets, webhookSecrets } from './webhooks/secrets.ts';

/** What this domain's operations work with. */
export interface IotDependencies extends LiveTicketDependencies {
  readonly database: Database;
  /** Raw history of readings. */
  readonly timeSeries: TimeSeriesStore;
  /** Tells devices how to work. */
  readonly publisher: DevicePublisher;
  /** Seals kept answers that hold secrets of devices. */
  readonly seal: Seal;
  readonly webhookSecrets: WebhookSecrets;
  newId(): string;
  /** Where webhooks may be. */
  webhookTargets(): Targets;
  /** @throws ConfigurationError where the environment names no broker */
  broker(): Broker;
}

/** @throws ConfigurationError naming every variable that is wrong */
export function iotDependenciesFromEnvironment(): IotDependencies {
  const database = publishingFromEnvironment(databaseFromEnvironment());
  return {
    database,
    timeSeries: timeSeriesStoreFromEnvironment(database),
    publisher: publisherOfEnvironment,
    seal: encryptionFromEnvironment().seal,
    webhookSecrets: webhookSecrets(encryptionFromEnvironment().blindIndex),
    webhookTargets: targetsOfEnvironment,
    newId: () => crypto.randomUUID(),
    live: {
      tickets: createTickets(connectionsTableOfEnvironment(), LIVE),
      ticketsOfUser: limiterOfEnvironment(liveTicketsOfUser),
      url: () => liveSettings().LIVE_URL,
    },
    broker() {
      const { MQTT_ENDPOINT: endpoint, MQTT_RULES_STAGE: rulesStage } = brokerSettings();
      return { endpoint, rulesStage };
    },
  };
}
