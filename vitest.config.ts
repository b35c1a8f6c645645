import { defineConfig } from 'vitest/config';

const unit = (name: string) => ({
  test: { name, root: `./packages/${name}`, include: ['src/**/*.test.ts'], environment: 'node' },
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'architecture',
          root: './architecture',
          include: ['**/*.test.ts'],
          environment: 'node',
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
          globalSetup: './src/test/database-server.ts',
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
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
