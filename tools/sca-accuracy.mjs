// How exactly the inventory reads other scanners' test files: node tools/sca-accuracy.mjs <lockfiles> [--failures] [--write docs/sca-accuracy.md]
// `<lockfiles>` has a folder a scanner, in it a folder a format with `expected.json` and `files/`. Exit code 1: a
// deviation that is written down does not occur (any more).
import fs from 'node:fs';
import path from 'node:path';
import { casesOf, runCase } from './accuracy/cases.mjs';
import { compare } from './accuracy/compare.mjs';
import { deviations } from './accuracy/deviations.mjs';
import { report } from './accuracy/report.mjs';

const root = process.argv[2];
const used = new Set();
const peers = fs
  .readdirSync(root)
  .toSorted()
  .map((peer) => ({ peer, formats: formatsOf(path.join(root, peer)).map((format) => measure(peer, format)) }));

function formatsOf(folder) {
  return fs.readdirSync(folder).filter((it) => fs.existsSync(path.join(folder, it, 'expected.json')));
}

function measure(peer, format) {
  const folder = path.join(root, peer, format);
  const cases = casesOf(folder).map((it) => {
    const run = runCase(folder, it, format);
    return run.state === 'read' ? { ...run, ...compare({ peer, format, it, run }, deviationsFor) } : run;
  });
  return { format, cases };
}

/** The deviation that covers a difference, if one does. */
function deviationsFor({ peer, format, file, kind, name }) {
  const found = deviations.find(
    (it) =>
      it.peer === peer &&
      it.format === format &&
      (it.files ?? [file]).includes(file) &&
      it.kind === kind &&
      (it.names ?? [name]).includes(name),
  );
  if (found) used.add(found);
  return found;
}

const { text, failures } = report(peers, deviations);
process.stdout.write(`${text}\n`);
if (process.argv.includes('--failures')) process.stdout.write(`${failures.join('\n')}\n`);
const at = process.argv.indexOf('--write');
if (at > 0) fs.writeFileSync(process.argv[at + 1], text);
const unused = deviations.filter((it) => !used.has(it));
for (const it of unused) process.stderr.write(`unused deviation: ${JSON.stringify(it)}\n`);
process.exitCode = unused.length > 0 ? 1 : 0;
