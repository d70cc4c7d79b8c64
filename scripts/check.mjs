// Everything that holds the house together, in the order of what is quickest to fail. `--no-tests` leaves the tests out.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name, file) => path.join(root, 'node_modules', name, file);

const steps = [
  ['types of tests', bin('typescript', 'bin/tsc'), ['-p', 'tsconfig.tests.json']],
  ['format', bin('oxfmt', 'bin/oxfmt'), ['--check', '.']],
  ['lint', bin('oxlint', 'bin/oxlint'), ['--deny-warnings']],
  ['unused', bin('knip', 'bin/knip.js'), []],
  ['tests', bin('vitest', 'vitest.mjs'), ['run']],
];

let failed = false;
await build('code');
for (const [name, file, args] of steps) {
  if (name === 'tests' && process.argv.includes('--no-tests')) continue;
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
  failed ||= status !== 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`check: ${name} ${status === 0 ? 'holds' : 'FAILS'} (${seconds} s)\n`);
}
process.exitCode = failed ? 1 : 0;
