import { createAccessLog } from '../../platform/audit/access-log.ts';
import { openRecorded } from '../../platform/audit/open-recorded.ts';
import { cacheFromEnvironment } from '../../platform/cache/cache.ts';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { publishingFromEnvironment } from '../../platform/events/publishing.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { preparedWriteRoute } from '../../platform/http/write-route.ts';
import { stopwatch } from '../../platform/observability/stopwatch.ts';
import type { StoredChartDependencies } from './dependencies.ts';
import { createReview, getReviewRequest, listReviewRequests } from './expert-reviews/contract.ts';
import { createReviewWrite } from './expert-reviews/create.http.ts';
import { getReviewRequestHandler } from './expert-reviews/get.http.ts';
import { listReviewRequestsHandler } from './expert-reviews/list.http.ts';
import { createStoredChart, getLatestChart, getStoredChart, listStoredCharts } from './people-charts/contract.ts';
import { createStoredChartWrite } from './people-charts/create.http.ts';
import { getStoredChartHandler } from './people-charts/get.http.ts';
import {
  createStoredInterpretation,
  getStoredInterpretation,
  rateInterpretation,
  requestReview,
  withdrawReviewRequest,
} from './people-charts/interpretations/contract.ts';
import { createStoredInterpretationWrite } from './people-charts/interpretations/create.http.ts';
import { getStoredInterpretationHandler } from './people-charts/interpretations/get.http.ts';
import { rateInterpretationWrite } from './people-charts/interpretations/rate.http.ts';
import { requestReviewWrite, withdrawReviewRequestWrite } from './people-charts/interpretations/review-request.http.ts';
import { getLatestChartHandler } from './people-charts/latest.http.ts';
import { listStoredChartsHandler } from './people-charts/list.http.ts';

/** `storedChartOperations` at work: a file of its own, with all that it takes, for whoever asks for one of them. */
export function storedChartRoutes(dependencies: StoredChartDependencies): readonly Route[] {
  return [
    preparedWriteRoute(createStoredChart, dependencies, createStoredChartWrite(dependencies)),
    route(listStoredCharts, listStoredChartsHandler(dependencies)),
    route(getLatestChart, getLatestChartHandler(dependencies)),
    route(getStoredChart, getStoredChartHandler(dependencies)),
    preparedWriteRoute(createStoredInterpretation, dependencies, createStoredInterpretationWrite(dependencies)),
    route(getStoredInterpretation, getStoredInterpretationHandler(dependencies)),
    preparedWriteRoute(rateInterpretation, dependencies, rateInterpretationWrite(dependencies)),
    preparedWriteRoute(requestReview, dependencies, requestReviewWrite(dependencies)),
    preparedWriteRoute(withdrawReviewRequest, dependencies, withdrawReviewRequestWrite(dependencies)),
    route(listReviewRequests, listReviewRequestsHandler(dependencies)),
    route(getReviewRequest, getReviewRequestHandler(dependencies)),
    preparedWriteRoute(createReview, dependencies, createReviewWrite(dependencies)),
  ];
}

/** @throws ConfigurationError where the environment names no database, keys or tables */
export function storedChartRoutesFromEnvironment(): readonly Route[] {
  const database = publishingFromEnvironment(databaseFromEnvironment());
  const { cipher, seal } = encryptionFromEnvironment();
  const log = createAccessLog(database.sql);
  const now = () => new Date();
  return storedChartRoutes({
    database,
    cipher,
    seal,
    log,
    openRecorded: openRecorded({ cipher, log, now }),
    cache: cacheFromEnvironment(),
    stopwatch,
    newId: () => crypto.randomUUID(),
  });
}
