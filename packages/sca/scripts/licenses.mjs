// Writes data/licenses.bin from the texts of the SPDX list: node packages/sca/scripts/licenses.mjs
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { runsOf } from '../dist/licences/text.js';

const texts = createRequire(import.meta.url)('spdx-license-list/full');
/** So many runs of a text are kept: enough to tell it from all others. */
const wanted = 300;

const rows = [];
const numbers = [];
for (const [id, { licenseText }] of Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1))) {
  // One text, several ids: the plain ones were replaced by `-only` and `-or-later`, and no text tells those apart.
  if (/-no-copyleft-exception$|^(?:[AL]?GPL|GFDL)-[\d.]+(?:\+|-or-later|-invariants.*|-no-invariants.*)?$/.test(id))
    continue;
  const all = runsOf(licenseText);
  if (all.size === 0) continue;
  const every = Math.max(1, Math.floor(all.size / wanted));
  const runs = [...all].filter((it) => it % every === 0).sort((a, b) => a - b);
  rows.push([id, every, runs.length]);
  numbers.push(...runs);
}
const head = Buffer.from(JSON.stringify(rows));
const padded = Buffer.concat([head, Buffer.alloc((4 - ((head.length + 1) % 4)) % 4, 32), Buffer.from('\n')]);
const body = Buffer.alloc(numbers.length * 4);
numbers.forEach((it, at) => body.writeUInt32LE(it, at * 4));
fs.writeFileSync(new URL('../data/licenses.bin', import.meta.url), Buffer.concat([padded, body]));
process.stdout.write(`${rows.length} licences, ${numbers.length} runs, ${padded.length + body.length} bytes\n`);
