/**
 * Topics of a device: its own alone. It publishes by Basic Ingest, which reaches a rule without the broker's messaging
 * (and its price): `$aws/rules/RULE/devices/ID/readings`.
 */
export const deviceTopics = (deviceId: string) => ({
  readings: `devices/${deviceId}/readings`,
  status: `devices/${deviceId}/status`,
  /** The only one it may subscribe to. Retained: it comes with the subscription. */
  config: `devices/${deviceId}/config`,
});

/** The topic by which a message reaches a rule and nothing else. */
export function basicIngestTopic(ruleName: string, topic: string): string {
  return `$aws/rules/${ruleName}/${topic}`;
}
