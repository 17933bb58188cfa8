/**
 * Limits of AWS IoT Core, which has them for each connection:
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html#message-broker-limits
 */

/** What is published beyond it in a second is discarded, and is not acknowledged. */
export const PUBLISHES_PER_SECOND = 100;

/** Nothing more is read from a client with so many messages that are not acknowledged. */
export const MOST_UNACKNOWLEDGED = 100;

/** Of a message's payload. A client that sends a larger one is cut off. */
export const MOST_PAYLOAD_BYTES = 131_072;

/** In bytes of UTF-8. */
export const MOST_TOPIC_BYTES = 256;
export const MOST_CLIENT_ID_BYTES = 128;

/** Seven slashes; `$aws/rules/RULE/` of Basic Ingest does not count. */
export const MOST_TOPIC_LEVELS = 8 + 3;

/** Of a client that asks for none or for more. */
export const MOST_KEEP_ALIVE_SECONDS = 1_200;
