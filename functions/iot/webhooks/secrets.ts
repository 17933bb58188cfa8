import type { BlindIndex } from '../../../platform/encryption/blind-index.ts';

/** Secrets that messages are signed with. */
export interface WebhookSecrets {
  /** 32 bytes. @throws DomainError `keys_unavailable` */
  of(webhookId: string, version: number): Promise<Uint8Array>;
}

/** What is held in memory, so that KMS is not asked for each message. */
const MOST_HELD = 1_000;

/**
 * Derived from the webhook's id and its secret's version by the platform's keyed hash, which KMS computes: they are in no table, and who
 * has the database can sign nothing.
 */
export function webhookSecrets(blindIndex: BlindIndex): WebhookSecrets {
  const held = new Map<string, Promise<Uint8Array>>();
  return {
    of(webhookId, version) {
      const name = `${webhookId}:${version}`;
      const known = held.get(name);
      if (known !== undefined) return known;
      if (held.size >= MOST_HELD) held.clear();
      const secret = blindIndex.of('webhook', name);
      held.set(name, secret);
      // What could not be asked for is asked for again.
      secret.catch(() => held.delete(name));
      return secret;
    },
  };
}
