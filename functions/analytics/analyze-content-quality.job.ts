import { jobFunction } from '../../platform/jobs/job-function.ts';
import { DAY } from '../../platform/pipelines/day.ts';
import { analyzeContentQuality } from './content-quality/analyze.ts';

export const handler = jobFunction({ name: 'analyze-content-quality', run: analyzeContentQuality, arguments: [DAY] });
