import type { Handler } from '../../../../platform/http/route.ts';
import { consentKinds } from '../../consents/consent.ts';
import type { MeDependencies } from '../dependencies.ts';
import { consentAnswer } from './answer.ts';
import type { listConsents } from './contract.ts';
import { lastDecisions } from './store.ts';

/** What who asks consents to now. */
export function listConsentsHandler({
  database: { sql },
}: Pick<MeDependencies, 'database'>): Handler<typeof listConsents> {
  return async (_, { caller: { userId } }) => {
    const last = await lastDecisions(sql, userId);
    const of = new Map(last.map(decision => [decision.kind, decision]));
    return { consents: consentKinds.map(kind => consentAnswer(kind, of.get(kind))) };
  };
}
