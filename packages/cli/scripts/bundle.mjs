// Puts `plumb` and all that it runs into few files: the several hundred modules that it is made of take half a second to
// find and load, and a few files take a tenth of that.
import fs from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { engineVersion } from '../../scan/dist/cache/engine-version.js';

const packages = path.resolve(import.meta.dirname, '../..');
const target = path.join(packages, 'cli/dist/bundle');
const pool = path.join(packages, 'scan/dist/run/pool.js');

/** What lies beside a module is still looked for beside the module. The pool alone looks for its worker in the bundle. */
const places = {
  name: 'places',
  transform(code, id) {
    if (!id.startsWith(packages) || id === pool || !code.includes('import.meta.url')) return undefined;
    const place = path.relative(target, id).replaceAll(path.sep, '/');
    return { code: code.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`) };
  },
};

const bundle = await rolldown({
  input: { main: path.join(packages, 'cli/dist/index.js'), worker: path.join(packages, 'scan/dist/run/worker.js') },
  platform: 'node',
  // The platform is loaded by one command, and brings what only it needs.
  external: [/^@plumbline\/server/],
  transform: { define: { bundledEngine: JSON.stringify(engineVersion()) } },
  plugins: [places],
  logLevel: 'warn',
});
const { output } = await bundle.generate({
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // Blanks and comments alone: what they take to read is saved, and traces stay what they are.
  minify: { compress: false, mangle: false, codegen: true },
  comments: { legal: true },
});
await bundle.close();

/** A reader never sees half a file; what an older bundle had stays for those that run just now, until the next but one. */
fs.mkdirSync(target, { recursive: true });
const before = new Set(fs.readdirSync(target));
for (const it of output) {
  const file = path.join(target, it.fileName);
  fs.writeFileSync(`${file}.new`, it.code ?? it.source);
  fs.renameSync(`${file}.new`, file);
  before.delete(it.fileName);
}
const hour = 3_600_000;
for (const name of before) {
  const file = path.join(target, name);
  if (Date.now() - fs.statSync(file).mtimeMs > hour) fs.rmSync(file);
}
