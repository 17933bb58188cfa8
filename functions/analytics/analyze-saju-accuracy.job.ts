import { jobFunction } from '../../platform/jobs/job-function.ts';
import { DAY } from '../../platform/pipelines/day.ts';
import { analyzeSajuAccuracy } from './saju-accuracy/analyze.ts';

export const handler = jobFunction({ name: 'analyze-saju-accuracy', run: analyzeSajuAccuracy, arguments: [DAY] });
