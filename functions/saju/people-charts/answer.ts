import type { Answer } from '../../../platform/http/operation.ts';
import type { ChartAnswer } from '../charts/answer.ts';
import type { getStoredChart, listStoredCharts } from './contract.ts';
import type { ChartSummary } from './store.ts';

type SummaryAnswer = Answer<typeof listStoredCharts.response.body>['charts'][number];

export function summaryAnswer(
  personId: string,
  { id, engine_version, five_elements, accuracy_score, created_at }: ChartSummary,
): SummaryAnswer {
  return {
    id,
    personId,
    engineVersion: engine_version,
    fiveElements: five_elements,
    accuracyScore: accuracy_score,
    createdAt: created_at.toISOString(),
  };
}

export function storedChartAnswer(
  personId: string,
  row: ChartSummary,
  chart: ChartAnswer,
): Answer<typeof getStoredChart.response.body> {
  return { ...summaryAnswer(personId, row), chart };
}
