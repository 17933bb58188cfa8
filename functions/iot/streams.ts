import type { StreamDeclaration } from '../../platform/manifest/domain.ts';
import { streamAlarms } from '../../platform/manifest/stream-alarms.ts';

/** The functions of this domain that streams start. */
export const iotStreams: readonly StreamDeclaration[] = [
  {
    name: 'ingest',
    purpose: 'Readings are stored and counted, each once; devices are as they say; alerts are raised and cleared',
    entry: 'functions/iot/ingest.stream.ts',
    database: 'app',
    streams: ['user-events', 'consultation-events'],
    sources: ['sensor-data'],
    // Whatever a shard has, at once: operators see it within a second.
    batch: { size: 1_000, windowSeconds: 0 },
    // As long as Lambda goes on trying: the stream keeps its records for another three weeks, to have them sent again.
    retries: { attempts: 10_000, maximumAgeSeconds: 601_200 },
    // A batch of arrays holds 6 MB of JSON in base64.
    memoryMb: 512,
    timeoutSeconds: 60,
    alarms: streamAlarms('ingest', {
      failed: 'Operators see no new readings of some devices, and are not told when one crosses a threshold.',
      behind: 'Operators see readings minutes late, and are told of crossed thresholds as late.',
      deadLetters: 'Some readings are missing: a device is not registered, is broken, or its clock is wrong.',
    }),
  },
  {
    name: 'archive',
    purpose: 'Raw readings are in Timestream, each once, the late ones too',
    entry: 'functions/iot/archive.stream.ts',
    onlyWith: 'timestream',
    database: 'app',
    timestream: 'write',
    sources: ['sensor-data'],
    // Two seconds of a shard's readings fill calls of 100; raw history is read for minutes and hours, not for now.
    batch: { size: 500, windowSeconds: 2 },
    // As long as Lambda goes on trying.
    retries: { attempts: 10_000, maximumAgeSeconds: 601_200 },
    // A batch of arrays holds 6 MB of JSON in base64, and becomes as much again.
    memoryMb: 512,
    timeoutSeconds: 60,
    alarms: streamAlarms('archive', {
      failed: 'Raw history lacks the last readings of some devices; aggregates, latest values and alerts have them.',
      behind: 'Raw history lacks the last minutes; aggregates, latest values and alerts have them.',
      deadLetters: 'Raw history lacks some readings; aggregates have those that were not too late.',
    }),
  },
  {
    name: 'live-feed',
    purpose: 'Whoever listens to a location has its new values, and knows of its alerts',
    entry: 'functions/iot/live-feed.stream.ts',
    database: 'app',
    tables: { connections: 'write' },
    sockets: ['live'],
    // Alerts are events.
    sources: ['sensor-data', 'consultation-events'],
    // Whatever a shard has, at once; of ten times what a shard takes in a second, the newest values alone are sent.
    batch: { size: 10_000, windowSeconds: 0 },
    // The next value comes: nothing is tried again, and what is an hour old is passed over.
    retries: { attempts: 0, maximumAgeSeconds: 3_600 },
    memoryMb: 256,
    timeoutSeconds: 15,
    alarms: [
      ...streamAlarms('live-feed', {
        failed: 'Operators who look at a location miss some of its new values until the next ones.',
        behind: 'Operators who look at a location see its values minutes late.',
      }),
      {
        name: 'live-feed-dropped',
        impact: 'Operators who look at a location miss some of its new values: they are not taken, or not in time.',
        metric: { source: 'heal7', name: 'dropped_socket_messages' },
        statistic: 'sum',
        // A few are of clients that read too slowly.
        threshold: 100,
        comparison: 'greater',
        periodMinutes: 5,
        breachingPeriods: 2,
        evaluationPeriods: 3,
      },
    ],
  },
  {
    name: 'deliver-alerts',
    purpose: 'Webhooks and the topic are told of alerts, at once where they take it',
    entry: 'functions/iot/deliver-alerts.stream.ts',
    consumer: async () => (await import('./deliveries/consumer.ts')).deliverAlerts,
    database: 'app',
    keys: ['hash'],
    alertTopic: true,
    internet: true,
    // A webhook that is disabled is an event.
    streams: ['user-events', 'consultation-events'],
    sources: ['consultation-events'],
    // Whatever a shard has, at once.
    batch: { size: 1_000, windowSeconds: 0 },
    // As long as Lambda goes on trying: the stream keeps its records for a year.
    retries: { attempts: 10_000, maximumAgeSeconds: 601_200 },
    memoryMb: 256,
    timeoutSeconds: 60,
    alarms: streamAlarms('deliver-alerts', {
      failed: 'Nobody outside of the platform is told of alerts; who looks at the list of alerts sees them.',
      behind: 'Webhooks and subscribers are told of alerts minutes late; who looks at the list of alerts sees them.',
      deadLetters: 'Webhooks and subscribers are not told of some alerts; who looks at the list of alerts sees them.',
    }),
  },
];
