/**
 * The inventory beside Trivy, osv-scanner and Syft: the same lock files, on the same machine, in turns.
 *
 *   node bench/sca-peers.mjs <peers> <lock files>…
 *
 * `<peers>` has their programs in `bin/`, as for `tools/sca-peers.mjs`. A lock file is given by its path, or a folder of
 * them as `<project>.<name>` (`rails.Gemfile.lock`); each is laid into a folder of its own under its name. Trivy and Syft
 * write a bill of materials, osv-scanner its list of packages without advisories, Plumbline one after the other the
 * inventory alone (packages with edges and lines) and a bill of materials. Needs a build. Medians of five; nothing is
 * asserted: machines differ.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 5;
const own = fileURLToPath(import.meta.url);
const bundle = fileURLToPath(new URL('../packages/cli/dist/bundle/main.js', import.meta.url));

/** Who is asked, and how many packages the answer has. `folder` has the lock files, `out` is written. */
const scanners = {
  'plumb, inventory': {
    command: ({ folder, out }) => [process.execPath, own, '--inventory', folder, out],
    count: Number,
  },
  'plumb sbom': {
    command: ({ folder, out }) => [
      process.execPath,
      '-e',
      `import(${JSON.stringify(bundle)}).then(({ main }) => main(process.argv.slice(1)))`,
      'sbom',
      folder,
      '-o',
      out,
    ],
    count: componentsIn,
  },
  'osv-scanner': {
    command: ({ peers, folder, out }) => [
      join(peers, 'bin/osv-scanner'),
      ...'scan source -r --offline --all-packages --no-call-analysis all --format json --output-file'.split(' '),
      out,
      folder,
    ],
    count: (text) => JSON.parse(text).results.flatMap((it) => it.packages).length,
  },
  trivy: {
    command: ({ peers, folder, out }) => [
      join(peers, 'bin/trivy'),
      ...'--quiet fs --offline-scan --skip-db-update --skip-java-db-update --include-dev-deps'.split(' '),
      ...'--format cyclonedx --output'.split(' '),
      out,
      folder,
    ],
    count: componentsIn,
  },
  syft: {
    command: ({ peers, folder, out }) => [
      join(peers, 'bin/syft'),
      ...`--quiet scan dir:${folder} -o cyclonedx-json=${out}`.split(' '),
    ],
    count: componentsIn,
  },
};

function componentsIn(text) {
  return JSON.parse(text).components.filter((it) => it.purl).length;
}

function compare(peers, files) {
  const home = mkdtempSync(join(tmpdir(), 'plumb-bench-'));
  try {
    const folder = laid(files, join(home, 'locks'));
    const given = { peers: resolve(peers), folder, out: join(home, 'out') };
    const there = Object.entries(scanners).filter(
      ([name]) => /plumb/.test(name) || existsSync(join(peers, 'bin', name)),
    );
    const runs = new Map(there.map(([name]) => [name, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const [name, scanner] of there) runs.get(name).push(measured(scanner, given));
    print(['', 'packages', 'seconds', 'CPU s', 'peak MiB']);
    for (const [name, list] of runs) {
      const middle = (key) => list.map((it) => it[key]).toSorted((a, b) => a - b)[Math.floor(rounds / 2)];
      print([
        name,
        middle('packages'),
        middle('wall').toFixed(2),
        middle('work').toFixed(2),
        Math.round(middle('peak')),
      ]);
    }
    process.stdout.write('bar: inventory in 0.7 s and 200 MB\n');
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** Each lock file in a folder of its own, for they are of different projects. */
function laid(given, home) {
  const files = given.flatMap((it) =>
    statSync(it).isDirectory() ? readdirSync(it).map((name) => join(it, name)) : [it],
  );
  let [bytes, count] = [0, 0];
  for (const file of files.filter((it) => !it.endsWith('.md'))) {
    const folder = join(home, String(count));
    mkdirSync(folder, { recursive: true });
    // `rails.Gemfile.lock` is Gemfile.lock of rails; a file that is given by its own path is called as it is.
    const name = given.includes(file) ? basename(file) : basename(file).replace(/^[^.]+\./, '');
    copyFileSync(file, join(folder, name));
    bytes += statSync(file).size;
    count += 1;
  }
  process.stdout.write(`${count} lock files, ${(bytes / 1e6).toFixed(1)} MB\n`);
  return home;
}

/** Units: seconds, MiB. GNU's time tells the peak of a program that it starts. */
function measured({ command, count }, given) {
  rmSync(given.out, { force: true });
  const env = { ...process.env, GOPROXY: 'off', SYFT_CHECK_FOR_APP_UPDATE: 'false' };
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...command(given)], { encoding: 'utf8', env });
  const [wall, user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  const packages = existsSync(given.out) ? count(readFileSync(given.out, 'utf8')) : 0;
  return { packages, wall, work: user + system, peak: kilobytes / 1024 };
}

/** In a process of its own. */
async function inventory(folder, out) {
  const [{ extract }, { writeFileSync }] = await Promise.all([import('@plumbline/sca'), import('node:fs')]);
  const paths = readdirSync(folder, { recursive: true }).filter((it) => statSync(join(folder, it)).isFile());
  const { value } = extract({ paths, read: (path) => readFileSync(join(folder, path)) });
  writeFileSync(out, String(value.length));
}

function print(cells) {
  process.stdout.write(
    `${cells.map((it, at) => (at === 0 ? String(it).padEnd(18) : String(it).padStart(10))).join('')}\n`,
  );
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--inventory') await inventory(...rest);
else if (rest.length > 0) compare(first, rest);
else process.stdout.write('usage: node bench/sca-peers.mjs <peers> <lock files>…\n');
