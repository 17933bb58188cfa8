import * as z from 'zod';
import { environment } from '../config/environment.ts';

const rulesStage = z.string().regex(/^[a-z0-9_]{1,40}$/, 'must be of small letters, digits and _');

/** The stage in the names of topic rules: what a function has to know that only spells topics. */
export const rulesSettings = environment(z.object({ MQTT_RULES_STAGE: rulesStage }));

/** What devices are told of the broker. */
export const brokerSettings = environment(
  z.object({
    /** Host and port: `abc123-ats.iot.ap-northeast-2.amazonaws.com:8883`. */
    MQTT_ENDPOINT: z.string().regex(/^[^\s:/]+:\d{1,5}$/, 'must be a host and a port, like broker.example:8883'),
    MQTT_RULES_STAGE: rulesStage,
  }),
);
