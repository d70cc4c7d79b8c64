import { defineConfig } from 'vitest/config';

/** Tests run on the TypeScript sources: the `source` condition of every package's `exports`. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['{packages,agents}/*/src/**/*.test.{ts,tsx}', 'packages/catalog/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
