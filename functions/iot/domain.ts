import type { Domain } from '../../platform/manifest/domain.ts';
import { httpAlarms } from '../../platform/manifest/http-alarms.ts';
import { iotEvents } from './events.ts';
import { iotJobs } from './jobs.ts';
import { iotMqtt } from './mqtt.ts';
import { iotOperations } from './operations.ts';
import { iotSockets } from './sockets.ts';
import { iotStreams } from './streams.ts';

export const iot: Domain = {
  name: 'iot',
  purpose: 'Devices of experience centres: their readings, exact aggregates, alerts, a live feed, and visits',
  http: {
    entry: 'functions/iot/http.ts',
    operations: iotOperations,
    memoryMb: 512,
    timeoutSeconds: 10,
    database: 'app',
    tables: { cache: 'write', keys: 'read', connections: 'write' },
    // The secrets of webhooks are derived.
    keys: ['unwrap', 'verify', 'hash'],
    streams: ['user-events', 'consultation-events'],
    timestream: 'read',
    mqtt: 'publish',
    // Tells clients where to connect.
    socketAddress: 'live',
  },
  streams: iotStreams,
  mqtt: iotMqtt,
  sockets: iotSockets,
  jobs: iotJobs,
  events: iotEvents,
  alarms: [
    ...httpAlarms('iot', {
      errors: 'Operators see no readings and no alerts, and can neither register a device nor change one.',
      faults: 'Operators get our own fault (5xx) when they look at devices or change them.',
      throttles: 'Operators are turned away because the function may not run more copies at once.',
    }),
  ],
};
