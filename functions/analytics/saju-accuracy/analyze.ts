import type { Job } from '../../../platform/jobs/job.ts';
import { pipelineDay } from '../../../platform/pipelines/day.ts';
import { accuracyOf } from './accuracy.ts';
import { readGroups, replaceAccuracy } from './store.ts';

/** Ratings and reviews come days after what they are of: a week of days is counted again each night. */
const DAYS = 7;

/** Holds what users and experts made of the interpretations of the last days against how sure those were. */
export const analyzeSajuAccuracy: Job = async ({ now, database, arguments: args }) => {
  const lastDay = pipelineDay(args, now());
  return database.transaction(async tx => {
    const [{ day: firstDay }] = await tx<[{ day: string }]>`select ${lastDay}::date - ${DAYS - 1}::int as day`;
    const groups = await readGroups(tx, firstDay, lastDay);
    const rows = accuracyOf(groups);
    const changed = await replaceAccuracy(tx, firstDay, lastDay, rows);
    const interpretations = rows.reduce((sum, row) => sum + row.interpretations, 0);
    return { interpretations, rows: rows.length, changed };
  });
};
