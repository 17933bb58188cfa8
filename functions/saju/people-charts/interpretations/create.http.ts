import { ENGINE_VERSION, type FullChart } from '@heal7/saju-engine';
import { holdAccount } from '../../../../platform/accounts/account-state.ts';
import { userCharts } from '../../../../platform/cache/keys.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { Answer } from '../../../../platform/http/operation.ts';
import { routeKey } from '../../../../platform/http/route.ts';
import type { PreparedWrite } from '../../../../platform/http/write-route.ts';
import type { StoredChartDependencies } from '../../dependencies.ts';
import { chartInterpreted, chartStream } from '../../events.ts';
import type { sectionSchema } from '../../interpretations/interpretation.ts';
import { chartPlace, openChart } from '../sealed-chart.ts';
import { findChart } from '../store.ts';
import { createStoredInterpretation } from './contract.ts';
import { chartOutdated } from './kinds.ts';
import { readInterpretation } from './read-interpretation.ts';
import { interpretationPlace, reviewAnswer } from './sealed-interpretation.ts';
import { insertInterpretation, type NewInterpretation } from './store.ts';

interface Prepared {
  readonly section: Answer<typeof sectionSchema>;
  readonly row: NewInterpretation;
}

const NOT_REQUESTED = { review_status: 'not_requested', review_requested_at: null, reviewed_at: null } as const;

/** Puts a stored chart into words and stores those. */
export function createStoredInterpretationWrite(
  dependencies: StoredChartDependencies,
): PreparedWrite<typeof createStoredInterpretation, Prepared> {
  const { database, cipher, openRecorded, cache, newId } = dependencies;
  const purpose = routeKey(createStoredInterpretation);
  return {
    async prepare({ params: { personId, chartId }, body: { type } }, { caller: { userId }, requestId }) {
      const found = await findChart(database.sql, userId, personId, chartId);
      const places = [chartPlace(userId, chartId)];
      const { chart } = await openRecorded({ actorId: userId, subjectId: userId, purpose, requestId, places }, opener =>
        openChart(opener, userId, chartId, found.encrypted_chart),
      );
      // Rules of one version do not know charts of another.
      if (chart.engineVersion !== ENGINE_VERSION) throw new DomainError(chartOutdated);
      // Texts are loaded when they are asked for. Stored whole, a chart has every part of the engine's own.
      const { interpret } = await import('@heal7/saju-engine/interpretation');
      const section = interpret(chart as unknown as FullChart, { topics: [type] }).topics[type]!;
      const id = newId();
      const sealed = await cipher.seal(interpretationPlace(userId, id, 'ai_interpretation'), JSON.stringify(section));
      const modelVersion = `rules-${ENGINE_VERSION}`;
      return { section, row: { id, type, sealed, modelVersion, confidence: found.accuracy_score } };
    },

    admit: ({ caller: { userId } }, tx) => holdAccount(tx, userId, 'refused'),

    async write({ params: { chartId } }, context, tx, { section, row }) {
      const { userId } = context.caller;
      const at = context.now();
      await insertInterpretation(tx, userId, chartId, row, at);
      const { id, type, modelVersion, confidence } = row;
      const interpreted = chartInterpreted.of({ userId, interpretationId: id, type, modelVersion });
      await append(tx, chartStream(chartId), 'any', [interpreted], {
        occurredAt: at,
        metadata: { requestId: context.requestId },
      });
      const review = reviewAnswer(NOT_REQUESTED, null);
      return { id, type, modelVersion, confidence, section, review, rating: null, createdAt: at.toISOString() };
    },

    afterCommit: (_, { caller: { userId } }) => cache.invalidate(userCharts(userId)),

    again: ({ params, body: { type } }, { caller: { userId }, requestId }) =>
      readInterpretation(database.sql, openRecorded, { userId, purpose, requestId }, { ...params, type }),
  };
}
