import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../wasm/', import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, folder));
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const record = JSON.parse(read('core.json').toString()) as {
  inputs: Record<string, string>;
  output: { file: string; bytes: number; sha256: string };
};

test('core.wasm was built from these sources: otherwise run node packages/sast/wasm/build.mjs', () => {
  const { 'tree-sitter@0.25.1': treeSitter, ...sources } = record.inputs;
  expect(sources).toEqual({
    'arena.c': sha256(read('arena.c')),
    'build.mjs': sha256(read('build.mjs')),
    'flat.c': sha256(read('flat.c')),
  });
  expect(read('build.mjs').toString()).toContain(`integrity: '${treeSitter}'`);
});

test('core.wasm is the file that was built', () => {
  const bytes = read(record.output.file);
  expect({ bytes: bytes.length, sha256: sha256(bytes) }).toEqual({
    bytes: record.output.bytes,
    sha256: record.output.sha256,
  });
});

test('core.wasm asks for output and clock at most', () => {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(read('core.wasm'))));
  expect(imports.map(({ name }) => name).sort()).toEqual(['clock_time_get', 'fd_close', 'fd_seek', 'fd_write']);
});
