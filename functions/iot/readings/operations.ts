import { listAggregates } from '../aggregates/contract.ts';
import { getLatestReadings } from '../devices/latest/contract.ts';
import { listReadings } from '../devices/readings/contract.ts';
import { listLatestReadings } from '../latest/contract.ts';

/** Reads of what devices measure. */
export const readingOperations = [getLatestReadings, listReadings, listLatestReadings, listAggregates] as const;
