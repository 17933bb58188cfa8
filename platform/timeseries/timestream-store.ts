import { QueryCommand, type TimestreamQueryClient, ValidationException } from '@aws-sdk/client-timestream-query';
import { DomainError } from '../errors/domain-error.ts';
import { historyUnavailable } from './kinds.ts';
import type { RawReading, TimeSeriesStore } from './time-series-store.ts';
import { rawReadingsQuery } from './timestream-query.ts';
import { readingsOf } from './timestream-rows.ts';
import type { TimestreamTable } from './timestream-table.ts';

const RETRY_AFTER = { 'retry-after': '5' };

export interface TimestreamStoreOptions {
  readonly client: Pick<TimestreamQueryClient, 'send'>;
  readonly table: TimestreamTable;
  /** When there is no more time for a query: that of the request. */
  deadline?(): AbortSignal;
}

/** A request has 10 s; what is left has to do for its answer. */
const QUERY_MS = 8_000;

/** Raw history in Timestream. What was just written may take a moment to be found: it is eventually consistent. */
export function timestreamStore({
  client,
  table,
  deadline = () => AbortSignal.timeout(QUERY_MS),
}: TimestreamStoreOptions): TimeSeriesStore {
  return {
    async readLatest(query) {
      const statement = rawReadingsQuery(table, query);
      try {
        return await allPages(client, statement, deadline());
      } catch (error) {
        if (isOfEmptyTable(error)) return [];
        throw isUnavailable(error) ? new DomainError(historyUnavailable, {}, RETRY_AFTER) : error;
      }
    },
  };
}

/** A page has 1 MB at most, and none at all while the query still runs: the token says whether there is more. */
async function allPages(
  client: Pick<TimestreamQueryClient, 'send'>,
  statement: string,
  abortSignal: AbortSignal,
): Promise<readonly RawReading[]> {
  const readings: RawReading[] = [];
  let token: string | undefined;
  do {
    const command = new QueryCommand({ QueryString: statement, ...(token !== undefined && { NextToken: token }) });
    const page = await client.send(command, { abortSignal });
    readings.push(...readingsOf(page));
    token = page.NextToken;
  } while (token !== undefined);
  return readings;
}

/**
 * A table has the columns of what was written to it. Before the first reading it is refused as `line 1:40: Column 'device_id'
 * does not exist` (aws-cloudformation/cloudformation-coverage-roadmap#2026); a table that does not exist is another matter.
 */
function isOfEmptyTable(error: unknown): boolean {
  return error instanceof ValidationException && /\bColumn '\w+' does not exist\b/.test(error.message);
}

/** Throttled, failing, too slow, out of reach; what says that we ask wrongly, or may not, is our fault and stays itself. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (['ThrottlingException', 'QueryExecutionException', 'AbortError', 'TimeoutError'].includes(error.name))
    return true;
  const { $fault, reason } = error as { readonly $fault?: string; readonly reason?: unknown };
  // Of the discovery of its endpoint, whose own error is behind it.
  return $fault === 'server' || 'code' in error || (reason !== undefined && isUnavailable(reason));
}
