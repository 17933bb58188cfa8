import type { Operation } from '../../platform/http/operation.ts';
import { createReview, getReviewRequest, listReviewRequests } from './expert-reviews/contract.ts';
import { createStoredChart, getLatestChart, getStoredChart, listStoredCharts } from './people-charts/contract.ts';
import {
  createStoredInterpretation,
  getStoredInterpretation,
  rateInterpretation,
  requestReview,
  withdrawReviewRequest,
} from './people-charts/interpretations/contract.ts';

/** The operations on charts that users keep: the only ones of the domain that need an account, a database and keys. */
export const storedChartOperations: readonly Operation[] = [
  createStoredChart,
  listStoredCharts,
  getLatestChart,
  getStoredChart,
  createStoredInterpretation,
  getStoredInterpretation,
  rateInterpretation,
  requestReview,
  withdrawReviewRequest,
  listReviewRequests,
  getReviewRequest,
  createReview,
];
