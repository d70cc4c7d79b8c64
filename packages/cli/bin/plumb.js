#!/usr/bin/env node
// Plain JavaScript, committed: npm links a bin only if its file exists at install time.
// In a checkout it builds what is stale; in the published package there is no `scripts/build.mjs`.
import { existsSync } from 'node:fs';

const build = new URL('../../../scripts/build.mjs', import.meta.url);
try {
  if (existsSync(new URL('../src/', import.meta.url)) && existsSync(build)) await (await import(build.href)).build();
  const { main } = await import('../dist/bundle/main.js');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
