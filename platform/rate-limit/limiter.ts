import { createHmac } from 'node:crypto';
import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from '../dynamodb/client.ts';
import { DomainError } from '../errors/domain-error.ts';
import { busy, rateLimited } from '../errors/kinds.ts';
import { writeLog } from '../observability/log-sink.ts';
import { loggableError } from '../observability/loggable-error.ts';
import { createDailySalt } from './daily-salt.ts';

/** How often something may be done. */
export interface LimitRule {
  /** One of its kind: `log-in-by-address`. */
  readonly name: string;
  /** How often within a window. */
  readonly limit: number;
  /** Windows follow one another from 1970 on: over the border of two, twice the limit can come close together. */
  readonly windowSeconds: number;
  /**
   * What is answered while the counters cannot be reached. `refuse` where more than the limit does harm (guessing, messages
   * that cost money), `allow` where a refusal does more (docs/adr/0039-limits-in-windows.md lists all).
   */
  readonly whenUnavailable: 'allow' | 'refuse';
}

/** One use, counted. */
export interface Consumption {
  readonly allowed: boolean;
  readonly limit: number;
  /** Uses left in this window. */
  readonly remaining: number;
  /** Until the next window, from 1: what `Retry-After` says. */
  readonly retryAfterSeconds: number;
}

export interface Limiter {
  readonly rule: LimitRule;
  /**
   * Counts one use of `key` (an address, an account, a key's id; only a keyed hash of it is stored), over all processes.
   * What is refused is not counted.
   * @param limit of this key, where it has one of its own
   * @throws DomainError `busy` where the counters cannot be reached and the rule refuses then
   */
  consume(key: string, limit?: number): Promise<Consumption>;
}

export interface LimiterDependencies {
  /** Counters are items of the cache's table. */
  readonly table: Table;
  now(): Date;
}

/** Where DynamoDB is slower than this a request had better not wait for it. */
const PATIENCE_MS = 1_000;

/** Counters and salts outlive their window by an hour: clocks differ, and DynamoDB takes its time anyway. */
const LEEWAY_S = 3600;

export function createLimiter({ table, now }: LimiterDependencies, rule: LimitRule): Limiter {
  const { name, windowSeconds } = rule;
  const salt = createDailySalt(table);

  async function count(key: string, windowStart: number, limit: number): Promise<number> {
    const hashed = createHmac('sha256', await salt(windowStart))
      .update(`${name}\n${key}`)
      .digest('base64url');
    const { Attributes } = await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: { key: { S: `limit:${name}:${hashed}:${windowStart}` } },
        UpdateExpression: 'SET expires_at = :expiry ADD uses :one',
        ConditionExpression: 'attribute_not_exists(uses) OR uses < :limit',
        ExpressionAttributeValues: {
          ':one': { N: '1' },
          ':limit': { N: String(limit) },
          ':expiry': { N: String(windowStart + windowSeconds + LEEWAY_S) },
        },
        ReturnValues: 'UPDATED_NEW',
      }),
      { abortSignal: AbortSignal.timeout(PATIENCE_MS) },
    );
    return Number(Attributes!.uses!.N);
  }

  return {
    rule,
    async consume(key, limit = rule.limit) {
      const seconds = Math.floor(now().getTime() / 1000);
      const windowStart = seconds - (seconds % windowSeconds);
      const retryAfterSeconds = windowStart + windowSeconds - seconds;
      try {
        const uses = await count(key, windowStart, limit);
        return { allowed: true, limit, remaining: limit - uses, retryAfterSeconds };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) {
          return { allowed: false, limit, remaining: 0, retryAfterSeconds };
        }
        writeLog(
          JSON.stringify({ level: 'error', event: 'limit_unavailable', limit: name, error: loggableError(error) }),
        );
        // Our fault and no use too many: a 503, which the alarms of the function count.
        if (rule.whenUnavailable === 'refuse') throw new DomainError(busy, {}, { 'retry-after': '1' });
        return { allowed: true, limit, remaining: 0, retryAfterSeconds };
      }
    },
  };
}

/** The refusal that a consumption asks for. */
export function tooMany({ retryAfterSeconds }: Consumption): DomainError {
  return new DomainError(rateLimited, { retryAfterSeconds }, { 'retry-after': String(retryAfterSeconds) });
}
