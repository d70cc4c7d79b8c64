// How exactly resolution without a lock file does what it should: node tools/sca-resolution.mjs <resolution>/deps.dev [--failures]
// `npm/` there has universes and wanted graphs in the format of deps.dev/util/resolve. The graphs are npm 6's, as the messages
// of npm among them tell; so its rules are measured, and beside them those of npm 7 and later, which differ on purpose.
import fs from 'node:fs';
import path from 'node:path';
import { casesIn } from './resolution/blocks.mjs';
import { resolvedGraph, wantedGraph, written } from './resolution/graph.mjs';
import { resolveCase } from './resolution/npm.mjs';
import { resolveNode } from '../packages/sca/dist/index.js';

const folder = path.join(process.argv[2], 'npm');
const files = fs.readdirSync(folder).toSorted();
const stems = [...new Set(files.map((it) => it.replace(/\.\w+$/, '')))];
const cases = stems.flatMap((stem) =>
  casesIn(files.filter((it) => it.startsWith(`${stem}.`)).map((it) => fs.readFileSync(path.join(folder, it), 'utf8'))),
);

function outcome(it, generation) {
  const resolution = resolveCase(it, generation);
  const { failures, extraneous } = resolution.found;
  const hasError = failures.size > 0 || extraneous.length > 0;
  const wantsError = it.graph.some((line) => line.startsWith('ERROR:'));
  if (wantsError || it.flags.includes('loose_errors'))
    return { is: hasError === wantsError, want: 'an error', got: String(hasError) };
  const [want, got] = [written(wantedGraph(it.graph)), written(resolvedGraph(resolution, resolveNode))];
  return { is: want === got, want, got };
}

for (const generation of [6, 7]) {
  const outcomes = cases.map((it) => ({ ...outcome(it, generation), name: it.name }));
  const right = outcomes.filter((it) => it.is);
  const share = ((100 * right.length) / cases.length).toFixed(1);
  console.log(
    `npm ${generation === 6 ? '3 to 6' : '7 and later'}: ${right.length} of ${cases.length} graphs are as wanted (${share} %)`,
  );
  const wrong = outcomes.filter((it) => !it.is);
  console.log(`  others: ${wrong.map((it) => it.name).join(', ') || 'none'}`);
  if (process.argv.includes('--failures'))
    for (const it of wrong) console.log(`\n${it.name}\nwanted:\n${it.want}\ngot:\n${it.got}`);
}
