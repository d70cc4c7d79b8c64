/**
 * Real source files to compare and to measure with, found on the machine: none of them is in this repository.
 *
 *   node bench/corpus.mjs          fetch what no machine has (.tsx) into .cache/corpus, then count what there is
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOfZip } from './zip.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache/corpus');

/** Fetched by `npm pack`, unpacked and never committed: packages that ship their .tsx sources. */
const fetched = [
  {
    package: 'react-native-paper@5.15.3',
    integrity: 'sha512-GEyNTmWElIZgnYw09AjjCNupRYzCmP79uAAyGSyCEUZz7KBz1wtJcC0wVUkozR1Rn3PK/td/9LlR6+F1hzmYvA==',
  },
  {
    package: '@patternfly/react-table@6.6.1',
    integrity: 'sha512-owyLpkhFg28nQWkTA3jnhmbe8FOX5vXqZntbrjse4BfdaBTOzsBxPqtBzbf6o214Q8OQBzC2Atgz9C3j0yFscQ==',
  },
];

const packages = join(root, 'node_modules');
/** What comes with Node: npm, and with it node-gyp's Python. */
const npm = join(dirname(process.execPath), '../lib/node_modules');

/** What this repository itself has: enough to compare something of each language on every machine. */
const ours = ['packages/catalog/rules', 'packages/catalog/models', 'examples'].map((it) => join(root, it));

/** Where files of a language are: folders, or archives ending in .zip. Missing ones are passed over. */
const places = {
  javascript: { ends: /\.[cm]?js$/, in: () => [packages] },
  typescript: { ends: /(?<!\.d)\.[cm]?ts$/, in: () => [packages] },
  tsx: { ends: /\.tsx$/, in: () => [packages, cache] },
  python: { ends: /\.py$/, in: () => [npm, said('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))'])] },
  java: { ends: /\.java$/, in: () => [cache, ...jdks().map((it) => join(it, 'lib/src.zip'))] },
  go: { ends: /\.go$/, in: () => [goroot()] },
  c: { ends: /\.[ch]$/, in: () => ['/usr/include', join(dirname(process.execPath), '../include/node')] },
  json: { ends: /\.json$/, in: () => [packages, npm] },
  yaml: { ends: /\.ya?ml$/, in: () => [packages, npm, goroot(), '/usr/lib/google-cloud-sdk/lib'] },
};

/** Languages of which no machine has files by itself. */
const none = { ends: /$^/, in: () => [] };

/**
 * Up to `count` files of a language, spread evenly over all that there are; the same ones each time on one machine.
 *
 * @param {string} language
 * @param {{ count: number, largest: number }} wanted files larger than `largest` bytes are left out
 * @returns {{ path: string, text: string }[]}
 */
export function realFiles(language, { count, largest }) {
  const { ends, in: folders } = places[language] ?? none;
  const found = [...ours, ...folders()]
    .filter((it) => it !== '' && existsSync(it))
    .flatMap((it) => (it.endsWith('.zip') ? filesOfZip(it) : filesOf(it)))
    .filter(({ path, size }) => ends.test(path) && size > 0 && size <= largest);
  const stride = Math.max(1, found.length / count);
  const picked = [];
  for (let at = 0; Math.floor(at) < found.length && picked.length < count; at += stride) {
    const { path, read } = found[Math.floor(at)];
    picked.push({ path, text: read().toString('utf8') });
  }
  return picked;
}

/** All files below a folder, in order of their names; links are not followed. */
function filesOf(folder) {
  const files = [];
  const folders = [folder];
  while (folders.length > 0) {
    const current = folders.pop();
    const entries = readdirSync(current, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push({ path, size: statSync(path).size, read: () => readFileSync(path) });
    }
  }
  return files;
}

/** What a program prints; empty when it is not there. */
function said(program, options) {
  try {
    return execFileSync(program, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

function goroot() {
  return said('go', ['env', 'GOROOT']);
}

function jdks() {
  const installed = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm').map((it) => `/usr/lib/jvm/${it}`) : [];
  return [process.env.JAVA_HOME ?? '', ...installed].filter((it) => it !== '');
}

function fetch() {
  mkdirSync(cache, { recursive: true });
  for (const { package: name, integrity } of fetched) {
    const folder = join(cache, name.replaceAll('/', '+'));
    if (existsSync(folder)) continue;
    const options = { cwd: cache, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
    const archive = join(cache, execFileSync('npm', ['pack', name, '--silent'], options).trim());
    const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (hash !== integrity) throw new Error(`${name} is ${hash}`);
    mkdirSync(folder);
    execFileSync('tar', ['xzf', archive, '-C', folder], options);
  }
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  fetch();
  for (const language of Object.keys(places)) {
    const files = realFiles(language, { count: Infinity, largest: 1e6 });
    const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
    process.stdout.write(
      `${language.padEnd(12)}${String(files.length).padStart(6)} files ${(bytes / 1e6).toFixed(1)} MB\n`,
    );
  }
}
