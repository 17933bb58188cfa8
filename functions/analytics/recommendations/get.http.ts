import type { Sql } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { consentsToAnalytics } from '../consent.ts';
import type { AnalyticsDependencies } from '../dependencies.ts';
import type { getRecommendations } from './contract.ts';
import { type Evidence, NO_EVIDENCE } from './evidence.ts';
import type { KeptChart } from './offers.ts';
import { rank } from './ranking.ts';
import { type Basis, basisSentences, sentenceOf } from './sentences.ts';
import { findEvidence, isSuspended } from './store.ts';

/** What to offer who asks, by what they let be known of them. */
export function getRecommendationsHandler({
  database: { sql },
}: Pick<AnalyticsDependencies, 'database'>): Handler<typeof getRecommendations> {
  return async (_, { caller: { userId }, language, now }) => {
    const at = now();
    const { basis, chart, ...evidence } = await knownOf(sql, userId, at);
    const month = koreanMonth(at);
    return {
      personalised: basis === 'interests',
      basis,
      sentence: basisSentences[basis][language],
      offers: rank(evidence, at).map(({ offer: { code, category, title, request }, score, reasons }) => ({
        code,
        category,
        title,
        request: { body: null, ...request({ chart, month }) },
        score,
        reasons: reasons.map(reason => ({
          ...reason,
          lastAt: reason.lastAt?.toISOString() ?? null,
          sentence: sentenceOf(reason, language),
        })),
      })),
    };
  };
}

interface Known extends Evidence {
  readonly basis: Basis;
  readonly chart: KeptChart | undefined;
}

/** What may be used is asked of the writer: a consent that is withdrawn counts at once. */
async function knownOf(sql: Sql, userId: string, now: Date): Promise<Known> {
  const nothing = (basis: Basis): Known => ({ ...NO_EVIDENCE, chart: undefined, basis });
  const [suspended, consented] = await Promise.all([isSuspended(sql, userId), consentsToAnalytics(sql, userId)]);
  if (suspended) return nothing('processing_suspended');
  if (!consented) return nothing('no_consent');
  const evidence = await findEvidence(sql, userId, now);
  const isKnown = evidence.signals.length + evidence.interpretations.length > 0;
  return { ...evidence, basis: isKnown ? 'interests' : 'nothing_known' };
}

const KOREA_MS = 9 * 3_600_000;

/** `2026-11` */
function koreanMonth(at: Date): string {
  return new Date(at.getTime() + KOREA_MS).toISOString().slice(0, 7);
}
