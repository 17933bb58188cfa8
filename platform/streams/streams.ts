/** The streams that there are. */
export const streamNames = ['user-events', 'sensor-data', 'consultation-events'] as const;

export type StreamName = (typeof streamNames)[number];

/** A stream as it is deployed and as the local server has it. A stage may have it smaller (`lib/config.ts`). */
export interface StreamDefinition {
  /** Part of the deployed name after the stage: `heal7-prod-user-events`. */
  readonly name: StreamName;
  /** Names the deployed stream to the functions. */
  readonly variable: `HEAL7_STREAM_${string}`;
  readonly purpose: string;
  /** Each takes 1,000 records or 1 MB a second. A record's partition key decides which is its own. */
  readonly shards: number;
  readonly retentionHours: number;
}

export const streams: Readonly<Record<StreamName, StreamDefinition>> = {
  'user-events': {
    name: 'user-events',
    variable: 'HEAL7_STREAM_USER_EVENTS',
    purpose: 'What happened to accounts, people, charts, calendars and devices, and what users do in apps',
    shards: 12,
    retentionHours: 168,
  },
  'sensor-data': {
    name: 'sensor-data',
    variable: 'HEAL7_STREAM_SENSOR_DATA',
    purpose: 'Readings of devices',
    shards: 24,
    retentionHours: 720,
  },
  'consultation-events': {
    name: 'consultation-events',
    variable: 'HEAL7_STREAM_CONSULTATION_EVENTS',
    purpose: 'What happened to consultations, and alerts of devices',
    shards: 6,
    retentionHours: 8_760,
  },
};
