// Builds what is stale: TypeScript (`tsc -b`), the agent's bundle, and with --web the pages.
// Used by `npm run build`, `npm test` and, in a checkout, by `plumb` itself on first use.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const skip = new Set(['node_modules', 'dist', 'samples', 'fixtures', '__snapshots__']);

/** One hash over path, size and time of every input. */
function fingerprint(folders) {
  const hash = createHash('sha256');
  const see = (file) => {
    const at = fs.statSync(file, { throwIfNoEntry: false });
    if (at) hash.update(`${path.relative(root, file)} ${at.size} ${at.mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skip.has(entry.name)) walk(file);
      } else if (/\.(ts|tsx|json|yaml|css|html|mjs|js)$/.test(entry.name) && !entry.name.includes('.test.')) see(file);
    }
  };
  for (const file of ['tsconfig.json', 'tsconfig.base.json', 'package-lock.json', 'scripts/build.mjs'])
    see(path.join(root, file));
  for (const folder of folders) if (fs.existsSync(path.join(root, folder))) walk(path.join(root, folder));
  return hash.digest('hex');
}

function run(what, file, args, cwd = root) {
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd, stdio: ['ignore', 2, 2] }); // never on stdout
  if (status !== 0) throw new Error(`plumb: ${what} failed`);
}

const packageFile = (name, file) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

/** Each part: what it reads, what proves that it was built, and how. */
const parts = {
  code: {
    inputs: ['packages', 'agents'],
    proof: [
      'packages/cli/dist/bundle/main.js',
      'packages/catalog/dist/pages/README.md',
      'agents/node/dist/register.js',
    ],
    make() {
      run('the compiler', packageFile('typescript', 'bin/tsc'), ['-b']);
      for (const script of [
        'packages/catalog/scripts/bundle.mjs',
        'packages/scan/scripts/pages.mjs',
        'agents/node/scripts/bundle.mjs',
        'packages/cli/scripts/bundle.mjs',
      ]) {
        run(script, path.join(root, script), []);
      }
    },
  },
  web: {
    inputs: ['packages/web', 'packages/core', 'packages/server'],
    proof: ['packages/web/dist/app/index.html'],
    make() {
      run(
        'the pages',
        packageFile('vite', 'bin/vite.js'),
        ['build', '--logLevel', 'warn'],
        path.join(root, 'packages/web'),
      );
    },
  },
};

/** Parallel first runs: one builds, the others wait for it. */
async function locked(lock, work) {
  for (let waited = 0; ; waited += 100) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > 300_000) fs.rmSync(lock, { recursive: true, force: true });
      if (waited > 310_000) throw new Error(`plumb: another build holds ${lock}; remove it if none is running`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

export async function build(name = 'code') {
  const part = parts[name];
  const stamp = path.join(root, `node_modules/.plumbline-${name}`);
  const fresh = () =>
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === fingerprint(part.inputs) &&
    part.proof.every((file) => fs.existsSync(path.join(root, file)));
  if (fresh()) return;
  if (!fs.existsSync(path.join(root, 'node_modules/typescript')))
    throw new Error('plumb: not built, and the compiler is not installed: run npm ci');
  await locked(`${stamp}.lock`, async () => {
    if (fresh()) return;
    process.stderr.write(`plumb: building ${name} (first run or changed sources)\n`);
    const before = fingerprint(part.inputs);
    await part.make();
    fs.writeFileSync(stamp, before);
  });
}

if (process.argv[1] === import.meta.filename) {
  try {
    await build('code');
    if (process.argv.includes('--web')) await build('web');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
