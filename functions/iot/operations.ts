import type { Operation } from '../../platform/http/operation.ts';
import { alertOperations } from './alerts/contract.ts';
import { deviceOperations } from './devices/contract.ts';
import { createLiveTicket } from './live-tickets/contract.ts';
import { readingOperations } from './readings/operations.ts';
import { getVisitStatistics } from './visit-statistics/contract.ts';
import { visitOperations } from './visits/contract.ts';
import { webhookOperations } from './webhooks/contract.ts';

/** The operations of this domain. */
export const iotOperations: readonly Operation[] = [
  ...deviceOperations,
  ...readingOperations,
  ...visitOperations,
  getVisitStatistics,
  createLiveTicket,
  ...alertOperations,
  ...webhookOperations,
];
