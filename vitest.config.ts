import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

type Setup = Omit<TestProjectInlineConfiguration['test'] & {}, 'name' | 'include' | 'testTimeout'>;

/** A project for each folder of tests; their files end in `.test.ts`. What one test may take, its hooks may too. */
const project = (name: string, timeout: number, setup: Setup = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout, ...setup },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 20_000, { setupFiles: ['test/unit/setup.ts'] }),
      project('contract', 20_000),
      project('infrastructure', 60_000),
      // Against a PostgreSQL that runs for the whole project.
      project('integration', 20_000, { globalSetup: ['test/integration/global-setup.ts'] }),
      // Child processes: each has a deadline of its own, shorter than this.
      project('e2e', 30_000),
      // After all others and one at a time: what they break on purpose has to recover within a second.
      project('faults', 60_000, { fileParallelism: false, sequence: { groupOrder: 1 } }),
    ],
  },
});
