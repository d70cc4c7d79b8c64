// Fetches grammars into this folder: grammar.wasm, node-types.json and LICENSE of each, unmodified, from its npm package.
//
//   npx tsc -b packages/sast                      what to fetch stands in src/parse/grammars.ts
//   node packages/sast/grammars/fetch.mjs         those that are not here
//   node packages/sast/grammars/fetch.mjs go      these, again
//
// A package or a file that has not the hash of the table is refused, and nothing of it is kept.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grammars } from '../dist/parse/index.js';

const here = import.meta.dirname;
const named = process.argv.slice(2);
const wanted = named.length > 0 ? named : Object.keys(grammars).filter((it) => !existsSync(join(here, it)));
for (const name of wanted) {
  if (!Object.hasOwn(grammars, name)) throw new Error(`src/parse/grammars.ts has no grammar ${name}`);
  fetchGrammar(name, grammars[name]);
}

function fetchGrammar(name, source) {
  const work = mkdtempSync(join(tmpdir(), 'grammar-'));
  try {
    const files = unpack(work, source);
    const sha256 = hash('sha256', 'hex', join(files, source.file));
    if (sha256 !== source.sha256) throw new Error(`${name}: ${source.file} has sha256 ${sha256}, not ${source.sha256}`);
    const folder = join(here, name);
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(files, source.file), join(folder, 'grammar.wasm'));
    copyFileSync(join(files, source.folder ?? '', 'src/node-types.json'), join(folder, 'node-types.json'));
    const licence = readdirSync(files).find((it) => /^licen[cs]e(\.|$)/i.test(it));
    if (!licence) throw new Error(`${source.package} has no licence text`);
    copyFileSync(join(files, licence), join(folder, 'LICENSE'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The folder with the files of the package. */
function unpack(work, { package: name, version, integrity }) {
  const packed = execFileSync('npm', ['pack', `${name}@${version}`, '--json', '--pack-destination', work]);
  const archive = join(work, JSON.parse(packed)[0].filename);
  const found = `sha512-${hash('sha512', 'base64', archive)}`;
  if (found !== integrity) throw new Error(`${name}@${version} has integrity ${found}, not ${integrity}`);
  execFileSync('tar', ['-xzf', archive, '-C', work, '--strip-components=1']);
  return work;
}

function hash(algorithm, encoding, file) {
  return createHash(algorithm).update(readFileSync(file)).digest(encoding);
}
