import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const report = process.env['PLUMB_TEST_REPORT'];

/** Tests run on the TypeScript sources: the `source` condition of every package's `exports`. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['{packages,agents}/*/src/**/*.test.{ts,tsx}', 'packages/*/*.test.ts', '{tools,bench}/**/*.test.ts'],
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
