// Fetches grammars into this folder: grammar.wasm, node-types.json and LICENSE of each, unmodified, from its npm package.
// Where the package has no WebAssembly, it is built from the package's C sources, unmodified too:
//
//   apt-get install clang-16 lld-16 wasi-libc     (Debian 12)
//
//   npx tsc -b packages/sast                      what to fetch stands in src/parse/grammars.ts
//   node packages/sast/grammars/fetch.mjs         those that are not here
//   node packages/sast/grammars/fetch.mjs go      these, again
//
// A package or a file that has not the hash of the table is refused, and nothing of it is kept.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
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
    const wasm = source.file ? join(files, source.file) : build(files, name, source);
    const sha256 = hash('sha256', 'hex', wasm);
    if (sha256 !== source.sha256)
      throw new Error(`${name}: the WebAssembly has sha256 ${sha256}, not ${source.sha256}`);
    const folder = join(here, name);
    mkdirSync(folder, { recursive: true });
    copyFileSync(wasm, join(folder, 'grammar.wasm'));
    chmodSync(join(folder, 'grammar.wasm'), 0o644);
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

/** Compiles parser and scanner into a side module, as grammars ship theirs. */
function build(files, name, { folder = '' }) {
  const sources = join(files, folder, 'src');
  const target = '--target=wasm32-unknown-emscripten -D__wasi__ -isystem /usr/include/wasm32-wasi';
  const flags = `${target} -Os -fPIC -fvisibility=hidden -w -I. -c`.split(' ');
  const objects = ['parser', 'scanner'].flatMap((part) => {
    if (!existsSync(join(sources, `${part}.c`))) return [];
    const object = join(files, `${part}.o`);
    // In the folder itself: the file's name, which an assertion may hold, is the same on every machine.
    execFileSync('clang-16', [...flags, `${part}.c`, '-o', object], { cwd: sources, stdio: 'inherit' });
    return [object];
  });
  const wasm = join(files, 'grammar.wasm');
  // Without --strip-all, which drops the section that says what a side module needs.
  const link = `--experimental-pic -shared --no-entry --allow-undefined --strip-debug --export=tree_sitter_${name}`;
  execFileSync('wasm-ld-16', [...link.split(' '), ...objects, '-o', wasm], { stdio: 'inherit' });
  return wasm;
}

function hash(algorithm, encoding, file) {
  return createHash(algorithm).update(readFileSync(file)).digest(encoding);
}
