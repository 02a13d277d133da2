import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A planted file is linted and compiled by real tools, a library is killed and opened again: seconds on a slow machine.
    testTimeout: 60_000,
    // Many tests wait for processes and disks; by default a machine of two cores would run one file at a time.
    maxWorkers: Math.max(3, availableParallelism()),
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
  },
});
