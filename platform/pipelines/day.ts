import * as z from 'zod';
import type { JobArgument } from '../jobs/job-arguments.ts';
import { UnusableArguments } from '../jobs/unusable-arguments.ts';

/** Seoul's clock has been nine hours before UTC's since 1988. */
const KOREA_MS = 9 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** What each step of a daily pipeline takes. */
export const DAY: JobArgument = { name: 'DAY', optional: true };

const day = z.iso.date();
const instant = z.iso.datetime();

/**
 * The Korean day that a step of a daily pipeline is about, `2026-11-24`: the one it is told; or the day before an instant,
 * which is its execution's start (`stateMachine` passes it on, so that retries after midnight are still about the same day);
 * or, for who runs the step alone, yesterday.
 *
 * @throws UnusableArguments for anything else, and for a day that has not ended: its hours to come would be missing ones
 */
export function pipelineDay([argument]: readonly string[], now: Date): string {
  const told = day.safeParse(argument);
  const yesterday = koreanDay(now.getTime() - DAY_MS);
  if (argument === undefined) return yesterday;
  if (instant.safeParse(argument).success) return koreanDay(Date.parse(argument) - DAY_MS);
  if (!told.success || told.data > yesterday) {
    throw new UnusableArguments('The argument has to be a Korean day that is over, such as 2026-11-24, or none.');
  }
  return told.data;
}

function koreanDay(at: number): string {
  return new Date(at + KOREA_MS).toISOString().slice(0, 10);
}
