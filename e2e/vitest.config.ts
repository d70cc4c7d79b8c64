import { defineConfig } from 'vitest/config';

const report = process.env['PLUMB_TEST_REPORT'];

/** Stories through the built command, the server and a browser. They run after `npm run build`. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
