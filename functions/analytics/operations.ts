import type { Operation } from '../../platform/http/operation.ts';
import { reportEvents } from './events/contract.ts';
import { getRecommendations } from './recommendations/contract.ts';

/** The operations of this domain. */
export const analyticsOperations: readonly Operation[] = [reportEvents, getRecommendations];
