import { userCharts } from '../../../platform/cache/keys.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { PreparedWrite } from '../../../platform/http/write-route.ts';
import type { StoredChartDependencies } from '../dependencies.ts';
import { chartStream, interpretationReviewed } from '../events.ts';
import { alreadyReviewed } from '../people-charts/interpretations/kinds.ts';
import { interpretationPlace } from '../people-charts/interpretations/sealed-interpretation.ts';
import type { createReview } from './contract.ts';
import { findOwner, storeReview } from './store.ts';

interface Prepared {
  readonly ownerId: string;
  readonly chartId: string;
  readonly review: Uint8Array;
}

/** Stores an expert's own reading, sealed under the key of the chart's user. */
export function createReviewWrite({
  database: { sql },
  cipher,
  cache,
}: Pick<StoredChartDependencies, 'database' | 'cipher' | 'cache'>): PreparedWrite<typeof createReview, Prepared> {
  return {
    async prepare({ params: { interpretationId }, body: { review } }, { caller }) {
      const { user_id: ownerId, chart_id: chartId } = await findOwner(sql, caller.userId, interpretationId);
      const place = interpretationPlace(ownerId, interpretationId, 'expert_review');
      return { ownerId, chartId, review: await cipher.seal(place, review) };
    },

    async write({ params: { interpretationId } }, context, tx, { ownerId, chartId, review }) {
      const expertId = context.caller.userId;
      const at = context.now();
      const stored = await storeReview(tx, expertId, interpretationId, review, at);
      if (!stored) {
        // Withdrawn in the meantime, or somebody else was faster: then it is not there for this expert.
        await findOwner(tx, expertId, interpretationId);
        throw new DomainError(alreadyReviewed);
      }
      const reviewed = interpretationReviewed.of({ userId: ownerId, interpretationId, expertId });
      await append(tx, chartStream(chartId), 'any', [reviewed], {
        occurredAt: at,
        metadata: { requestId: context.requestId },
      });
      return { interpretationId, reviewedAt: at.toISOString() };
    },

    afterCommit: ({ ownerId }) => cache.invalidate(userCharts(ownerId)),
  };
}
