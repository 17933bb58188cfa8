import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

type Setup = Omit<TestProjectInlineConfiguration['test'] & {}, 'name' | 'include' | 'testTimeout'>;

/** A project for each folder of tests; their files end in `.test.ts`. What one test may take, its hooks may too. */
const project = (name: string, timeout: number, setup: Setup = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout, ...setup },
});

/** Vitest itself leaves a core idle, which on two is half of them; more than four wait for the disk. */
const WORKERS = Math.min(4, availableParallelism());

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: [
      // Neither keeps anything between files but what it has imported, which takes longer than the tests do.
      project('unit', 20_000, { setupFiles: ['test/unit/setup.ts'], isolate: false }),
      project('contract', 20_000),
      // One at a time: aws-cdk-lib alone takes seconds to import.
      project('infrastructure', 60_000, { isolate: false, fileParallelism: false, sequence: { groupOrder: 1 } }),
      // Against PostgreSQL servers that run for the whole project, one for each worker.
      project('integration', 20_000, { globalSetup: ['test/integration/global-setup.ts'] }),
      // Child processes: each has a deadline of its own, shorter than this.
      project('e2e', 30_000),
      // After all others and one at a time: what they break on purpose has to recover within a second.
      project('faults', 60_000, { fileParallelism: false, sequence: { groupOrder: 2 } }),
    ],
  },
});
