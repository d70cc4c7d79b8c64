// Bundles the agent with its parser and the catalogue's rows: what is published needs nothing else.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rolldown } from 'rolldown';

const home = path.resolve(import.meta.dirname, '..');
const target = path.join(home, 'dist');
const require = createRequire(import.meta.url);

/** What the agent needs of the catalogue: JavaScript's models, vulnerable parts of its packages, and rules that speak for kinds. */
function catalogue() {
  const file = path.resolve(home, '../../packages/catalog/dist/catalog.json');
  const { rules, models, symbols } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    rules: rules.filter((it) => it['sink-kinds'] || it['use-kinds']),
    models: models.filter((it) => it.language === 'javascript'),
    symbols: symbols.filter((it) => it.ecosystem === 'npm').map((it) => ({ package: it.package, symbols: it.symbols })),
  };
}

function write(name, text) {
  fs.writeFileSync(path.join(target, `${name}.new`), text);
  fs.renameSync(path.join(target, `${name}.new`), path.join(target, name)); // a reader never sees half a file
}

const bundle = await rolldown({
  input: { register: path.join(home, 'src/register.ts'), loader: path.join(home, 'src/loader.ts') },
  platform: 'node',
  transform: { target: 'node18' },
  logLevel: 'warn',
});
const { output } = await bundle.generate({
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  comments: { legal: true },
});
await bundle.close();

fs.mkdirSync(target, { recursive: true });
write('catalogue.json', JSON.stringify(catalogue()));
const meriyah = path.resolve(path.dirname(require.resolve('meriyah')), '..');
write(
  'NOTICE.txt',
  `This package contains meriyah (https://github.com/meriyah/meriyah):\n\n${fs.readFileSync(path.join(meriyah, 'LICENSE.md'), 'utf8')}`,
);
const made = new Set(output.map((it) => it.fileName));
for (const it of [...output].reverse()) write(it.fileName, it.code); // entries come first in the list, and last on disk
for (const file of fs.readdirSync(target))
  if (file.endsWith('.js') && !made.has(file)) fs.rmSync(path.join(target, file));
