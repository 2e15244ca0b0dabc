import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'formats/**/*.test.ts', 'fuzz/**/*.test.ts'],
    // Tests take seconds; a machine that is ten times slower and busy with other work must not fail them.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 2,
    // Loading what is tested costs a second a file, a third of the whole run: two processes load it once each. What a
    // test file changes of its process (folder, environment) it changes back.
    isolate: false,
  },
});
