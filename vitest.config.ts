import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

/** Pure code leaves nothing behind, so one process serves many files: half of the processor's time was loading them anew. */
const unit = (name: string) => ({
  test: {
    name,
    root: `./packages/${name}`,
    include: ['src/**/*.test.ts'],
    environment: 'node',
    isolate: false,
  },
});

export default defineConfig({
  test: {
    // Two on two cores: while one waits for a disk or a killed program, the other works.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'architecture',
          root: './architecture',
          include: ['**/*.test.ts'],
          environment: 'node',
          isolate: false,
        },
      },
      unit('statistics'),
      unit('domain'),
      unit('respondent'),
      unit('web'),
      {
        test: {
          name: 'server',
          root: './packages/server',
          include: ['src/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['./src/test/database-server.ts', './src/test/prepared-demo.ts'],
          // A process for a report or a letter is started from the sources again and again: half of its work was to read them.
          env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/tirek-tests') },
          // Every file has a database of its own; what is loaded for one serves the next.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root: './e2e',
          include: ['**/*.test.ts'],
          environment: 'node',
          globalSetup: '../packages/server/src/test/prepared-demo.ts',
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
