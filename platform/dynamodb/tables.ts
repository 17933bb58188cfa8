/** A table as it is deployed and as the local engine makes it. Key attributes are strings; billing is on demand. */
export interface TableDefinition {
  /** Part of the deployed name after the stage: `heal7-prod-documents`. */
  readonly name: string;
  /** Names the deployed table to the functions. */
  readonly variable: `HEAL7_TABLE_${string}`;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** Seconds since 1970 after which DynamoDB may delete the item: within days, so that readers look at it too. */
  readonly ttlAttribute: string;
  /** Whether the table can be restored to any second of the last days. */
  readonly pointInTimeRecovery: boolean;
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

/** The shared level of the cache: values, and the versions of their tags. Losing it costs computing again, nothing else. */
export const cacheTable = {
  name: 'cache',
  variable: 'HEAL7_TABLE_CACHE',
  partitionKey: 'key',
  ttlAttribute: 'expires_at',
  pointInTimeRecovery: false,
} as const satisfies TableDefinition;

export const tables: readonly TableDefinition[] = [documentsTable, cacheTable];
