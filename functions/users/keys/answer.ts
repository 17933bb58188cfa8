import type { OutputOf } from '../../../platform/http/operation.ts';
import type { listApiKeys } from './contract.ts';
import type { ApiKeyRow } from './store.ts';

/** A key as it is answered. */
export function apiKeyAnswer(row: ApiKeyRow): OutputOf<typeof listApiKeys>['keys'][number] {
  const { id, name, prefix, requests_per_minute, requests_per_day, created_at, revoked_at } = row;
  return {
    id,
    name,
    prefix,
    limits: { requestsPerMinute: requests_per_minute, requestsPerDay: requests_per_day },
    createdAt: created_at.toISOString(),
    revokedAt: revoked_at?.toISOString() ?? null,
  };
}
