/**
 * Checks the engine's solar terms against reference data outside the project:
 * `npm run verify:terms -- FOLDER`, FOLDER holding solar-terms-jpl-odd-years.csv and solar-terms-reference.csv.
 * Exit code 0: all agree; 1: not, or the data is missing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TERM_INSTANTS, termSerial } from '../layers/saju-engine/src/calendar/solar-terms.ts';
import { isoInstant } from '../layers/saju-engine/src/time/civil-date.ts';
import { agrees, publishedTerms, roundsTo } from './published-terms.ts';

const TOLERANCE = 2;

function verify(folder: string): boolean {
  const isRight = [againstJpl(read(folder, 'solar-terms-jpl-odd-years.csv'))];
  isRight.push(againstAlmanacs(read(folder, 'solar-terms-reference.csv')));
  return isRight.every(Boolean);
}

/** Seconds between ours and JPL's, odd years 1901 to 2099: `year,term_index,term,longitude,utc,…`. */
function againstJpl(csv: string): boolean {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  const differences: number[] = [];
  const failures: string[] = [];
  for (const line of lines) {
    const [year, index, term, , utc] = line.split(',');
    if (Number(year) < 1901 || Number(year) > 2099) continue;
    const ours = instantOf(Number(year), Number(index));
    const difference = Math.abs(ours - Date.parse(utc!) / 1000);
    differences.push(difference);
    // Written so that NaN, of a line that cannot be read, fails.
    if (!(difference <= TOLERANCE)) failures.push(`${year} ${term}: JPL ${utc}, ours ${isoInstant(ours)}`);
  }
  differences.sort((a, b) => a - b);
  const median = differences[differences.length >> 1];
  console.log(
    `JPL, odd years 1901 to 2099: ${differences.length} terms, at most ${differences.at(-1)} s off, median ${median} s; ` +
      `${failures.length} over ${TOLERANCE} s`,
  );
  return report(failures, differences.length);
}

function againstAlmanacs(csv: string): boolean {
  const terms = publishedTerms(csv);
  const at = ({ year, index }: { year: number; index: number }) => instantOf(year, index);
  const failures = terms.filter(term => !agrees(term, at(term))).map(term => `${isoInstant(at(term))}: ${term.line}`);
  const official = terms.filter(({ isOfficial }) => isOfficial);
  const rounded = official.filter(term => roundsTo(term, at(term)));
  console.log(
    `KASI: ${official.length} minutes, ${rounded.length} to which ours round, the others by at most 10 s; ` +
      `quoted almanacs: ${terms.length - official.length} minutes; ${failures.length} disagree`,
  );
  return report(failures, terms.length);
}

function report(failures: readonly string[], checked: number): boolean {
  for (const failure of failures) console.log(`  ${failure}`);
  return checked > 0 && failures.length === 0;
}

function instantOf(year: number, index: number): number {
  return TERM_INSTANTS[termSerial(year, index)]!;
}

function read(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    throw new Error(`Cannot read ${join(folder, file)}: name the folder of the reference data.`);
  }
}

const [folder] = process.argv.slice(2);
try {
  if (!folder) throw new Error('Name the folder of the reference data: npm run verify:terms -- FOLDER');
  const isRight = verify(folder);
  console.log(isRight ? 'Solar terms verified.' : 'Solar terms NOT verified.');
  process.exitCode = isRight ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
