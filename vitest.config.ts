import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'formats/**/*.test.ts', 'fuzz/**/*.test.ts'],
    // Tests take seconds; a machine that is ten times slower and busy with other work must not fail them.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
