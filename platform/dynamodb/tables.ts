/** A table as it is deployed and as the local engine makes it. Key attributes are strings; billing is on demand. */
export interface TableDefinition {
  /** Part of the deployed name after the stage: `heal7-prod-documents`. */
  readonly name: string;
  /** Names the deployed table to the functions. */
  readonly variable: `HEAL7_TABLE_${string}`;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /**
   * Seconds since 1970 after which DynamoDB may delete the item: within days, so that readers look at it too. Absent: items
   * stay.
   */
  readonly ttlAttribute?: string;
  /** Whether the table can be restored to any second of the last days. */
  readonly pointInTimeRecovery: boolean;
  /** How many days, 1 to 35: 35 unless said. */
  readonly recoveryDays?: number;
}

/** Flexible documents. Its ids are spread at random, so that DynamoDB can split a busy collection by them. */
export const documentsTable = {
  name: 'documents',
  variable: 'HEAL7_TABLE_DOCUMENTS',
  partitionKey: 'collection',
  sortKey: 'id',
  ttlAttribute: 'expires_at',
  pointInTimeRecovery: true,
} as const satisfies TableDefinition;

/**
 * The shared level of the cache (values, and the versions of their tags) and the counters of rate limits. Losing it costs
 * computing again, and limits that begin anew.
 */
export const cacheTable = {
  name: 'cache',
  variable: 'HEAL7_TABLE_CACHE',
  partitionKey: 'key',
  ttlAttribute: 'expires_at',
  pointInTimeRecovery: false,
} as const satisfies TableDefinition;

/**
 * The wrapped data keys of users, an item each. Here alone, and with the shortest window that DynamoDB has: what an erasure
 * destroys can be brought back for a day, by someone who restores this table and leaves the erasures of that day out.
 */
export const keysTable = {
  name: 'keys',
  variable: 'HEAL7_TABLE_KEYS',
  partitionKey: 'user_id',
  pointInTimeRecovery: true,
  recoveryDays: 1,
} as const satisfies TableDefinition;

/**
 * Open connections of WebSocket APIs, and tickets to open one. Losing it costs clients a connection, which they open again.
 */
export const connectionsTable = {
  name: 'connections',
  variable: 'HEAL7_TABLE_CONNECTIONS',
  partitionKey: 'kind',
  sortKey: 'id',
  ttlAttribute: 'expires_at',
  pointInTimeRecovery: false,
} as const satisfies TableDefinition;

export const tables: readonly TableDefinition[] = [documentsTable, cacheTable, keysTable, connectionsTable];
