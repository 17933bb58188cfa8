import { cacheTableOfEnvironment } from '../dynamodb/client.ts';
import { createLimiter, type Limiter, type LimitRule } from './limiter.ts';

/** A limiter over the functions' table, which is looked for at the first use. */
export function limiterOfEnvironment(rule: LimitRule): Limiter {
  let limiter: Limiter | undefined;
  return {
    rule,
    async consume(key, limit) {
      limiter ??= createLimiter({ table: cacheTableOfEnvironment(), now: () => new Date() }, rule);
      return limiter.consume(key, limit);
    },
  };
}
