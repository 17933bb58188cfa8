import { holdAccount } from '../../../platform/accounts/account-state.ts';
import { userCharts } from '../../../platform/cache/keys.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { append } from '../../../platform/events/event-store.ts';
import { routeKey } from '../../../platform/http/route.ts';
import type { PreparedWrite } from '../../../platform/http/write-route.ts';
import { birthPlaces, openBirth, type SealedBirth } from '../../../platform/people/sealed-person.ts';
import { type ChartAnswer, fullChartAnswer } from '../charts/answer.ts';
import type { StoredChartDependencies } from '../dependencies.ts';
import { chartStored, chartStream } from '../events.ts';
import { storedChartAnswer } from './answer.ts';
import { createStoredChart } from './contract.ts';
import { tooManyCharts } from './kinds.ts';
import { readChart } from './read-chart.ts';
import { sealChart } from './sealed-chart.ts';
import { countCharts, countReading, findBirth, holdBirth, insertChart, type NewChart } from './store.ts';
import { clearScores } from './tens.ts';

/** For as many choices of options as anyone compares. */
const MOST_CHARTS = 100;

interface Prepared {
  readonly birth: SealedBirth;
  readonly chart: ChartAnswer;
  readonly row: NewChart;
}

/** Calculates a chart from a person's birth and stores it. */
export function createStoredChartWrite(
  dependencies: StoredChartDependencies,
): PreparedWrite<typeof createStoredChart, Prepared> {
  const { database, cipher, openRecorded, cache, stopwatch, newId } = dependencies;
  const purpose = routeKey(createStoredChart);
  return {
    async prepare({ params: { personId }, body: { options } }, context) {
      const { userId } = context.caller;
      const birth = await findBirth(database.sql, userId, personId);
      const { requestId } = context;
      const places = birthPlaces(userId, personId, birth);
      const told = await openRecorded({ actorId: userId, subjectId: userId, purpose, requestId, places }, opener =>
        openBirth(opener, userId, personId, birth),
      );
      const input = options === undefined ? told : { ...told, options };
      const elapsed = stopwatch();
      const { full, answer: chart } = fullChartAnswer(input);
      context.measure('saju_calculation_duration', elapsed());
      const id = newId();
      const sealed = await sealChart(cipher, userId, id, { input, chart });
      return { birth, chart, row: { id, sealed, engineVersion: full.engineVersion, scores: clearScores(full) } };
    },

    admit: ({ caller: { userId } }, tx) => holdAccount(tx, userId, 'refused'),

    async write({ params: { personId } }, context, tx, { birth, chart, row }) {
      const { userId } = context.caller;
      const at = context.now();
      // Of two at once the second counts what the first has stored.
      await holdBirth(tx, userId, personId, birth);
      if ((await countCharts(tx, personId)) >= MOST_CHARTS) throw new DomainError(tooManyCharts, { most: MOST_CHARTS });
      await countReading(tx, userId, personId, at);
      await insertChart(tx, userId, personId, row, at);
      const { id, engineVersion, scores } = row;
      await append(tx, chartStream(id), 'none', [chartStored.of({ userId, personId, engineVersion })], {
        occurredAt: at,
        metadata: { requestId: context.requestId },
      });
      const summary = {
        id,
        engine_version: engineVersion,
        five_elements: scores.fiveElements,
        accuracy_score: scores.accuracy,
        created_at: at,
      };
      return storedChartAnswer(personId, summary, chart);
    },

    afterCommit: (_, { caller: { userId } }) => cache.invalidate(userCharts(userId)),

    again: ({ params: { personId } }, { caller: { userId }, requestId }, chartId) =>
      readChart(database.sql, openRecorded, { userId, purpose, requestId }, { personId, chartId }),
  };
}
