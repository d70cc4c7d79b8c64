// Builds core.wasm from flat.c, arena.c and tree-sitter's core, and writes core.json, which says what it was built from.
//
//   apt-get install clang-16 lld-16 wasi-libc libclang-rt-16-dev-wasm32    (Debian 12)
//   node packages/sast/wasm/build.mjs            write core.wasm and core.json
//   node packages/sast/wasm/build.mjs --check    build elsewhere and compare with the committed file
//
// tree-sitter's sources come out of its npm package, pinned by hash; they are not committed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const treeSitter = {
  package: 'tree-sitter@0.25.1',
  integrity: 'sha512-mrcEdkYtHfrK1A6fs3O6FxkBo0Qig5XUXqHhxUOQu0bmPo00QF4XaSx4edpazdHwxnSCjlGKGgIqWdaN4dvTLA==',
};
/**
 * A scanner's state is written into 1,024 bytes in the middle of the parser, and YAML's and Python's scanners write up to
 * two bytes beyond, over a pointer, when a text nests deep enough. Here there is room for that.
 */
const patch = {
  file: 'src/lexer.h',
  from: 'char debug_buffer[TREE_SITTER_SERIALIZATION_BUFFER_SIZE];',
  to: 'char debug_buffer[TREE_SITTER_SERIALIZATION_BUFFER_SIZE + 64];',
};
const sources = ['arena.c', 'flat.c', 'build.mjs'];

/** What grammars import from us: the C library that their scanners use. */
const library = `
  malloc calloc realloc free memcpy memmove memset memcmp memchr strlen strcmp strncmp strncpy strncat atoi abort
  __assert_fail iswalnum iswalpha iswblank iswdigit iswlower iswpunct iswspace iswupper iswxdigit towlower towupper
`;
/** What the loader reads of a grammar. */
const language = `
  ts_language_symbol_count ts_language_symbol_name ts_language_symbol_type ts_language_field_count
  ts_language_field_name_for_id
`;

const work = mkdtempSync(join(tmpdir(), 'plumbline-wasm-'));
try {
  const built = join(work, 'core.wasm');
  const compiler = compile(unpack(work), built);
  if (process.argv.includes('--check')) compare(built);
  else write(built, compiler);
} finally {
  rmSync(work, { recursive: true });
}

/** Fetches the pinned package, patches it and returns the folder of its C sources. */
function unpack(folder) {
  const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
  const archive = execFileSync('npm', ['pack', treeSitter.package, '--silent'], options).trim();
  const found = `sha512-${createHash('sha512')
    .update(readFileSync(join(folder, archive)))
    .digest('base64')}`;
  if (found !== treeSitter.integrity) throw new Error(`${treeSitter.package} is ${found}`);
  execFileSync('tar', ['xzf', archive], options);
  const core = join(folder, 'package/vendor/tree-sitter/lib');
  const before = readFileSync(join(core, patch.file), 'utf8');
  if (before.split(patch.from).length !== 2) throw new Error(`${patch.file} has changed`);
  writeFileSync(join(core, patch.file), before.replace(patch.from, patch.to));
  return core;
}

function compile(core, out) {
  const exports = [...library.trim().split(/\s+/), ...language.trim().split(/\s+/), '__stack_pointer'];
  const link = [
    '--export-table',
    '--growable-table',
    '--export-memory',
    '--initial-memory=16777216',
    // Half of what 32 bits reach, so that addresses are positive numbers on both sides. The arena stops earlier.
    '--max-memory=2147483648',
    // The stack comes first, so that running over it is a trap and does not write into data.
    '--stack-first',
    '-z',
    'stack-size=1048576',
    '--strip-all',
    ...exports.map((name) => `--export=${name}`),
  ];
  const flags =
    '--target=wasm32-wasi -mexec-model=reactor -std=c11 -D_GNU_SOURCE -DNDEBUG -O3 -flto -fvisibility=hidden';
  const features = '-mbulk-memory -msign-ext -mnontrapping-fptoint';
  const inputs = [join(here, 'flat.c'), join(here, 'arena.c'), join(core, 'src/lib.c')];
  const compiler = [flags, features, `-I${core}/include -I${core}/src`].join(' ').split(' ');
  execFileSync('clang-16', [...compiler, ...inputs, '-o', out, ...link.map((option) => `-Wl,${option}`)], {
    stdio: 'inherit',
  });
  return execFileSync('clang-16', ['--version'], { encoding: 'utf8' }).split('\n')[0];
}

function write(built, compiler) {
  const bytes = readFileSync(built);
  const record = {
    inputs: {
      ...Object.fromEntries(sources.map((name) => [name, sha256(readFileSync(join(here, name)))])),
      [treeSitter.package]: treeSitter.integrity,
    },
    compiler,
    output: { file: 'core.wasm', bytes: bytes.length, sha256: sha256(bytes) },
  };
  writeFileSync(join(here, 'core.wasm'), bytes);
  writeFileSync(join(here, 'core.json'), `${JSON.stringify(record, null, 2)}\n`);
  process.stdout.write(`core.wasm: ${bytes.length} bytes\n`);
}

function compare(built) {
  const same = readFileSync(built).equals(readFileSync(join(here, 'core.wasm')));
  process.stdout.write(same ? 'core.wasm is what this source builds\n' : 'core.wasm is NOT what this source builds\n');
  process.exitCode = same ? 0 : 1;
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
