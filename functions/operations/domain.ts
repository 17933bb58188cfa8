import type { Domain } from '../../platform/manifest/domain.ts';
import { httpAlarms } from '../../platform/manifest/http-alarms.ts';
import { getLiveness, getReadiness } from './health/contract.ts';
import { referenceOperations } from './reference/contract.ts';
import { swaggerAssets } from './reference/swagger-assets.ts';

export const operations: Domain = {
  name: 'operations',
  purpose: 'Health, the API reference, and answers to addresses that do not exist',
  http: {
    entry: 'functions/operations/http.ts',
    operations: [getLiveness, getReadiness, ...referenceOperations],
    fallback: true,
    memoryMb: 512,
    timeoutSeconds: 10,
    assets: swaggerAssets.map(({ specifier }) => specifier),
  },
  alarms: [
    ...httpAlarms('operations', {
      errors: 'Health checks and the API reference fail; requests to wrong addresses get an error without a reason.',
      faults: 'Health checks or the API reference are answered with our own fault (5xx).',
      throttles: 'Some health checks and pages of the API reference are refused with 503.',
    }),
  ],
};
