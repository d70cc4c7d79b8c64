import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The code that a file's result depends on. Grammars count, too: their checksums stand in the code of sast. */
const parts = [
  '@plumbline/core',
  '@plumbline/catalog',
  '@plumbline/sast',
  '@plumbline/sast/wasm/core.wasm',
  '@plumbline/sca',
];

/** What `read` gave when `plumb` was bundled; the bundle has it in this name's place, for to read it all takes long. */
declare const bundledEngine: string;

/** Changes whenever the same file could have another result: by the content of the code, so that a rebuild counts. */
export function engineVersion(): string {
  return (known ??= typeof bundledEngine === 'string' ? `${bundledEngine} ${process.versions.v8}` : read());
}

let known: string | undefined;

function read(): string {
  const { resolve } = createRequire(import.meta.url);
  const hash = createHash('sha256').update(process.versions.v8);
  for (const part of parts) addFolder(hash, dirname(resolve(part)));
  addFolder(hash, join(dirname(fileURLToPath(import.meta.url)), '..'));
  return hash.digest('hex');
}

function addFolder(hash: Hash, folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter(isCode).toSorted()) {
    hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  }
}

function isCode(name: string): boolean {
  return /\.(?:js|json|wasm)$|(?<!\.d)\.ts$/.test(name);
}
