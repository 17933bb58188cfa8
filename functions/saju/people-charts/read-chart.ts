import type { Access } from '../../../platform/audit/access-log.ts';
import type { OpenRecorded } from '../../../platform/audit/open-recorded.ts';
import type { Sql } from '../../../platform/db/database.ts';
import { storedChartAnswer } from './answer.ts';
import { chartPlace, openChart } from './sealed-chart.ts';
import { findChart } from './store.ts';

/** Who reads their own, and why. */
export type OwnReading = Pick<Access, 'purpose' | 'requestId'> & { readonly userId: string };

/** One chart of a person, as it is answered: recorded, then opened. @throws DomainError `chart_not_found` */
export async function readChart(
  sql: Sql,
  openRecorded: OpenRecorded,
  { userId, purpose, requestId }: OwnReading,
  { personId, chartId }: { readonly personId: string; readonly chartId: string },
): Promise<ReturnType<typeof storedChartAnswer>> {
  const row = await findChart(sql, userId, personId, chartId);
  const places = [chartPlace(userId, chartId)];
  const { chart } = await openRecorded({ actorId: userId, subjectId: userId, purpose, requestId, places }, opener =>
    openChart(opener, userId, chartId, row.encrypted_chart),
  );
  return storedChartAnswer(personId, row, chart);
}
