import { parseArgs } from 'node:util';
import { erasure } from './erasure.ts';
import { failover } from './failover.ts';
import type { Fault } from './fault.ts';
import { idempotency } from './idempotency.ts';
import { ingest } from './ingest.ts';
import { outbox } from './outbox.ts';
import { partitions } from './partitions.ts';
import { poison } from './poison.ts';

/**
 * `npm run faults -- NAME [--seed N] [--short] [--without-…]`: breaks something on purpose under load, and looks whether
 * what is promised holds. Progress on standard error, one line of JSON at the end; exits 1 on any violation.
 */
const FAULTS: Readonly<Record<string, Fault>> = { erasure, failover, idempotency, ingest, outbox, partitions, poison };

function usage(problem: string): never {
  const known = Object.entries(FAULTS).map(
    ([name, { proves }]) => `  ${name} [--seed N] [--short] [--without-${proves}]`,
  );
  console.error([problem, 'There are:', ...known].join('\n'));
  process.exit(1);
}

function parsed() {
  try {
    const flags = Object.values(FAULTS).map(({ proves }) => [`without-${proves}`, { type: 'boolean' }] as const);
    return parseArgs({
      allowPositionals: true,
      options: { seed: { type: 'string' }, short: { type: 'boolean', default: false }, ...Object.fromEntries(flags) },
    });
  } catch (error) {
    return usage((error as Error).message);
  }
}

const { positionals, values } = parsed();
const [name = ''] = positionals;
const fault =
  Object.hasOwn(FAULTS, name) && positionals.length === 1
    ? FAULTS[name]!
    : usage(`No fault "${positionals.join(' ')}".`);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
if (!Number.isSafeInteger(seed)) usage(`The seed is a whole number, not "${values.seed}".`);
const { short } = values as { short: boolean };
const without = (values as Record<string, unknown>)[`without-${fault.proves}`] === true;
console.error(`${name}, seed ${seed}${short ? ', short' : ''}${without ? `, without ${fault.proves}` : ''}`);
const figures = await fault.run({ seed, short, without, progress: line => console.error(`  ${line}`) });
console.log(JSON.stringify(figures));
process.exitCode = figures.violations.length === 0 ? 0 : 1;
