import { DomainError } from '../../../platform/errors/domain-error.ts';
import { notReady } from '../../../platform/errors/kinds.ts';
import type { Handler } from '../../../platform/http/route.ts';
import type { getReadiness } from './contract.ts';

/** Something a request may need. It fails by throwing. */
export interface Check {
  readonly name: string;
  run(): void | Promise<void>;
}

/** Runs all checks at once and names those that fail. */
export function createReadiness({ checks }: { readonly checks: readonly Check[] }): Handler<typeof getReadiness> {
  return async () => {
    const results = await Promise.allSettled(checks.map(async check => check.run()));
    const failing = checks.filter((_, at) => results[at]?.status === 'rejected').map(check => check.name);
    if (failing.length > 0) throw new DomainError(notReady, { failing: failing.join(', ') }, { 'retry-after': '5' });
    return { status: 'ready', checks: checks.map(check => check.name) };
  };
}
