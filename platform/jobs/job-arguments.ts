import { UnusableArguments } from './unusable-arguments.ts';

/** One of the arguments that a job takes, in their order; those that may be left out come last. */
export interface JobArgument {
  /** As the usage line has it: `ROLE`. */
  readonly name: string;
  readonly optional?: true;
  /** All that it may be. Without, the job itself says what is wrong with one. */
  oneOf?(): readonly string[] | Promise<readonly string[]>;
}

/**
 * Whether a job can be run with what it was told. One that was meant otherwise does nothing at all: `retention -- --dry-run` does
 * not delete.
 * @throws UnusableArguments saying what it takes
 */
export async function checkArguments(
  job: string,
  declared: readonly JobArgument[],
  given: readonly string[],
): Promise<void> {
  const refuse = (what: string) => new UnusableArguments(`${what} ${usageOf(job, declared)}`);
  if (given.length > declared.length) throw refuse('These are too many arguments.');
  for (const [position, { name, optional, oneOf }] of declared.entries()) {
    const value = given[position];
    if (value === undefined) {
      if (optional) continue;
      throw refuse(`${name} is missing.`);
    }
    const allowed = await oneOf?.();
    if (allowed?.includes(value) === false) throw refuse(`${name} is one of: ${allowed.join(', ')}.`);
  }
}

/** `Usage: npm run job rebuild-projection -- [PROJECTION]`. */
function usageOf(job: string, declared: readonly JobArgument[]): string {
  const names = declared.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `Usage: ${['npm run job', job, ...(names.length > 0 ? ['--', ...names] : [])].join(' ')}`;
}
