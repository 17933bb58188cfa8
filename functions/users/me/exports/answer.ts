import type { ExportRow } from './store.ts';

/** An export as it is answered, without its content. */
export function exportAnswer({ id, status, requestedAt, completedAt, expiresAt }: ExportRow) {
  return {
    id,
    status,
    requestedAt: requestedAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
  };
}
