import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// A test's threads and processes read the sources: compiled once for all of them, most of their time is saved.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'node');

/** What holds nothing outside the values it is given, or only what a test hands to it. */
const pure = ['tests/unit/{core,renderer}/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    environment: 'node',
    // A planted file is linted and compiled by real tools, a library is killed and opened again: seconds on a slow machine.
    testTimeout: 60_000,
    // Many tests wait for processes and disks; by default a machine of two cores would run one file at a time.
    maxWorkers: Math.max(3, availableParallelism()),
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: pure,
          // A worker for each file costs more than most of these tests do.
          isolate: false,
          pool: 'threads',
          setupFiles: ['tests/unit/leave-nothing.ts'],
        },
      },
      { extends: true, test: { name: 'system', include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: pure } },
    ],
  },
});
