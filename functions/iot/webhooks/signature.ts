import { createHmac } from 'node:crypto';

/** What is signed of a message: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export interface SignedMessage {
  /** The same however often the message is sent. */
  readonly id: string;
  /** When it is sent: who receives it refuses one that is minutes old. */
  readonly at: Date;
  readonly body: string;
}

/** Headers of a message by Standard Webhooks 1.0, with a signature for each secret: while one takes over, there are two. */
export function signedHeaders(
  { id, at, body }: SignedMessage,
  secrets: readonly Uint8Array[],
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = Math.floor(at.getTime() / 1000).toString();
  const content = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map(secret => `v1,${createHmac('sha256', secret).update(content).digest('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** A secret as it is shown. */
export function secretText(secret: Uint8Array): string {
  return `whsec_${Buffer.from(secret).toString('base64')}`;
}
