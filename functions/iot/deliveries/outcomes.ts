/** What may become of an attempt: of a webhook's (`platform/outbound/post.ts`), and of the topic's. */
export const deliveryOutcomes = [
  'delivered',
  'http_error',
  'gone',
  'redirected',
  'timed_out',
  'refused_address',
  'unresolved',
  'not_connected',
  'not_trusted',
  'not_published',
  'not_signed',
] as const;

export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

/** How an attempt ended. */
export interface Attempted {
  readonly outcome: DeliveryOutcome;
  /** Of HTTP, where there was an answer. */
  readonly status: number | null;
}
