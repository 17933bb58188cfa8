import * as z from 'zod';
import { environment } from './environment.ts';

const settings = environment(
  z.object({
    /** Names the deployed code: set by the deployment. */
    HEAL7_BUILD: z
      .string()
      .regex(/^[0-9a-f]{12}$/, 'must be 12 hexadecimal digits')
      .optional(),
  }),
);

/** Of a process without a build (`npm start`, tests): its sources may change with its next start. */
const started = Date.now().toString(36);

/** Names the code that answers: with another build the same request may have another answer. */
export function buildId(): string {
  return settings().HEAL7_BUILD ?? started;
}
