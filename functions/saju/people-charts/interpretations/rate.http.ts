import { holdAccount } from '../../../../platform/accounts/account-state.ts';
import { userCharts } from '../../../../platform/cache/keys.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { PreparedWrite } from '../../../../platform/http/write-route.ts';
import type { StoredChartDependencies } from '../../dependencies.ts';
import { chartStream, interpretationRated } from '../../events.ts';
import type { rateInterpretation } from './contract.ts';
import { interpretationPlace } from './sealed-interpretation.ts';
import { findInterpretation, lockInterpretation, setRating } from './store.ts';

interface Prepared {
  readonly id: string;
  readonly feedback: Uint8Array | null;
}

/** Rates an interpretation, in place of an earlier rating. */
export function rateInterpretationWrite({
  database: { sql },
  cipher,
  cache,
}: Pick<StoredChartDependencies, 'database' | 'cipher' | 'cache'>): PreparedWrite<typeof rateInterpretation, Prepared> {
  return {
    async prepare({ params, body: { feedback } }, { caller: { userId } }) {
      const { id } = await findInterpretation(sql, userId, params);
      const place = interpretationPlace(userId, id, 'user_feedback');
      return { id, feedback: feedback == null ? null : await cipher.seal(place, feedback) };
    },

    async write({ params, body: { rating, feedback = null } }, context, tx, prepared) {
      const { userId } = context.caller;
      const at = context.now();
      await holdAccount(tx, userId, 'refused');
      await lockInterpretation(tx, userId, params);
      await setRating(tx, prepared.id, rating, prepared.feedback, at);
      const rated = interpretationRated.of({ userId, interpretationId: prepared.id, rating });
      await append(tx, chartStream(params.chartId), 'any', [rated], {
        occurredAt: at,
        metadata: { requestId: context.requestId },
      });
      return { rating, feedback };
    },

    afterCommit: (_, { caller: { userId } }) => cache.invalidate(userCharts(userId)),
  };
}
