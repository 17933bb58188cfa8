import { holdAccount } from '../../../../platform/accounts/account-state.ts';
import { userCharts } from '../../../../platform/cache/keys.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { PreparedWrite } from '../../../../platform/http/write-route.ts';
import type { StoredChartDependencies } from '../../dependencies.ts';
import { chartStream, reviewRequested, reviewWithdrawn } from '../../events.ts';
import type { requestReview, withdrawReviewRequest } from './contract.ts';
import { alreadyReviewed } from './kinds.ts';
import { reviewAnswer } from './sealed-interpretation.ts';
import { findInterpretation, lockInterpretation, setReviewRequest } from './store.ts';

type Dependencies = Pick<StoredChartDependencies, 'database' | 'cache'>;

/** Puts an interpretation up for review, once: asking again changes nothing. */
export function requestReviewWrite({ database, cache }: Dependencies): PreparedWrite<typeof requestReview, undefined> {
  return {
    prepare: async () => undefined,
    admit: ({ caller: { userId } }, tx) => holdAccount(tx, userId, 'refused'),
    async write({ params }, context, tx) {
      const { userId } = context.caller;
      const at = context.now();
      const row = await lockInterpretation(tx, userId, params);
      if (row.review_status === 'reviewed') throw new DomainError(alreadyReviewed);
      if (row.review_status === 'requested') return reviewAnswer(row, null);
      await setReviewRequest(tx, row.id, at, at);
      await append(tx, chartStream(params.chartId), 'any', [reviewRequested.of({ userId, interpretationId: row.id })], {
        occurredAt: at,
        metadata: { requestId: context.requestId },
      });
      return reviewAnswer({ review_status: 'requested', review_requested_at: at, reviewed_at: null }, null);
    },
    afterCommit: (_, { caller: { userId } }) => cache.invalidate(userCharts(userId)),
    async again({ params }, { caller: { userId } }) {
      const row = await findInterpretation(database.sql, userId, params);
      if (row.review_status === 'reviewed') throw new DomainError(alreadyReviewed);
      return reviewAnswer(row, null);
    },
  };
}

/** Takes it back: from the commit on no expert reads the chart. */
export function withdrawReviewRequestWrite({
  cache,
}: Pick<Dependencies, 'cache'>): PreparedWrite<typeof withdrawReviewRequest, undefined> {
  return {
    prepare: async () => undefined,
    async write({ params }, context, tx) {
      const { userId } = context.caller;
      const at = context.now();
      await holdAccount(tx, userId, 'allowed');
      const row = await lockInterpretation(tx, userId, params);
      if (row.review_status === 'reviewed') throw new DomainError(alreadyReviewed);
      if (row.review_status === 'not_requested') return undefined;
      await setReviewRequest(tx, row.id, null, at);
      await append(tx, chartStream(params.chartId), 'any', [reviewWithdrawn.of({ userId, interpretationId: row.id })], {
        occurredAt: at,
        metadata: { requestId: context.requestId },
      });
      return undefined;
    },
    afterCommit: (_, { caller: { userId } }) => cache.invalidate(userCharts(userId)),
  };
}
