import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Prints `N passed, N failed` of vitest's JSON report, for those who count. Exits 1 when a test failed or none ran. */

const report = z
  .object({ numPassedTests: z.int(), numFailedTests: z.int(), numFailedTestSuites: z.int() })
  .parse(JSON.parse(readFileSync(process.argv[2]!, 'utf8')));

// A file that does not load has no tests to fail: it counts as one.
const failed = report.numFailedTests > 0 ? report.numFailedTests : report.numFailedTestSuites;
console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0;
