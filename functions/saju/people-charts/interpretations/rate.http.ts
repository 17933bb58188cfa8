import { holdAccount } from '../../../../platform/accounts/account-state.ts';
import { userCharts } from '../../../../platform/cache/keys.ts';
import { append } from '../../../../platform/events/event-store.ts';
import { routeKey } from '../../../../platform/http/route.ts';
import type { PreparedWrite } from '../../../../platform/http/write-route.ts';
import type { StoredChartDependencies } from '../../dependencies.ts';
import { chartStream, interpretationRated } from '../../events.ts';
import { rateInterpretation } from './contract.ts';
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
  openRecorded,
  cache,
}: Pick<StoredChartDependencies, 'database' | 'cipher' | 'openRecorded' | 'cache'>): PreparedWrite<
  typeof rateInterpretation,
  Prepared
> {
  const purpose = routeKey(rateInterpretation);
  return {
    async prepare({ params, body: { feedback } }, { caller: { userId } }) {
      const { id } = await findInterpretation(sql, userId, params);
      const place = interpretationPlace(userId, id, 'user_feedback');
      return { id, feedback: feedback == null ? null : await cipher.seal(place, feedback) };
    },

    admit: ({ caller: { userId } }, tx) => holdAccount(tx, userId, 'refused'),

    async write({ params, body: { rating, feedback = null } }, context, tx, prepared) {
      const { userId } = context.caller;
      const at = context.now();
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

    async again({ params }, { caller: { userId }, requestId }) {
      const { id, user_rating, user_feedback } = await findInterpretation(sql, userId, params);
      const rating = user_rating!;
      if (user_feedback === null) return { rating, feedback: null };
      const place = interpretationPlace(userId, id, 'user_feedback');
      const access = { actorId: userId, subjectId: userId, purpose, requestId, places: [place] };
      const feedback = await openRecorded(access, opener => opener.open(place, user_feedback));
      return { rating, feedback: Buffer.from(feedback).toString() };
    },
  };
}
