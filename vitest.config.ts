import { defineConfig } from 'vitest/config';

/** A project for each folder of tests; their files end in `.test.ts`. */
const project = (name: string, testTimeout: number, setupFiles: string[] = []) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout, setupFiles },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 20_000, ['test/unit/setup.ts']),
      project('contract', 20_000),
      project('infrastructure', 60_000),
      // Child processes: each has a deadline of its own, shorter than this.
      project('e2e', 30_000),
    ],
  },
});
