/**
 * Plumbline beside osv-scanner, Trivy, Syft and Grype, on real repositories and with the same advisories: what each finds
 * that Plumbline does not, and the other way round.
 *
 *   node tools/sca-peers.mjs <peers> <checkout>… [--again] [--write docs/sca-peers.md]
 *
 * `<peers>` has the others' programs in `bin/` (osv-scanner, trivy, syft, grype), the advisories in `data/`: OSV records
 * one a line in `records.jsonl`, and in each program's own form in `osv/osv-scalibr/<ecosystem>/all.zip`, `trivy/` and
 * `grype/`. Its `about.md` says where the programs are from. Reports are kept in `reports/` and read again, but for
 * Plumbline's; `--again` makes them anew. Needs a build. Exit code 1: somebody finds what Plumbline does not, for no
 * reason that is known.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { difference } from './sca-peers/difference.mjs';
import { written } from './sca-peers/page.mjs';
import { sameAs } from './sca-peers/same.mjs';
import { scanners } from './sca-peers/scanners.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { again: { type: 'boolean', default: false }, write: { type: 'string' } },
});
const [peers, ...checkouts] = positionals.map((it) => path.resolve(it));

/** The report of one scanner for one checkout, made if it is not there. */
function reportOf(name, scanner, checkout) {
  const file = path.join(peers, 'reports', name, `${path.basename(checkout)}.json`);
  if (scanner.isOurs || options.again || !existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    const { program = path.join(peers, 'bin', name), args, env } = scanner.command({ peers, checkout, file });
    const { status, stderr, error } = spawnSync(program, args, {
      // Nothing that this machine keeps for its user (programs' caches, Maven's repository), and no network: Syft runs Go,
      // which would fetch what only tests of libraries import.
      env: { ...process.env, HOME: path.join(peers, 'home'), GOPROXY: 'off', ...env },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (scanner.isOurs && (error || status > 1)) throw new Error(stderr, { cause: error });
    if (error || status > 1) process.stderr.write(`${name}, ${checkout}: ${error ?? stderr.slice(-600)}\n`);
  }
  // Who finds nothing to read may write nothing.
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function git(checkout, ...args) {
  return spawnSync('git', ['-c', 'safe.directory=*', '-C', checkout, ...args], { encoding: 'utf8' }).stdout.trim();
}

/** Shape: `found[scanner]` = { packages, findings }, maps from a key to what is known of it. */
function lookAt(checkout, same) {
  const found = {};
  for (const [name, scanner] of Object.entries(scanners)) {
    if (!scanner.isOurs && !existsSync(path.join(peers, 'bin', name))) continue;
    const report = reportOf(name, scanner, checkout);
    found[name] = same.keyed(report ? scanner.read(report, checkout) : { packages: [], findings: [] });
  }
  return {
    name: path.basename(checkout),
    commit: git(checkout, 'log', '-1', '--format=%h %cs'),
    found,
    differences: difference(found, checkout, same.records),
  };
}

function print({ name, found, differences }) {
  const counts = Object.entries(found).map(
    ([scanner, { packages, findings }]) => `${scanner} ${packages.size}/${findings.size}`,
  );
  process.stdout.write(`${name}: packages/findings ${counts.join(', ')}\n`);
  for (const it of differences.filter((one) => one.reason === undefined)) {
    process.stdout.write(`  ${it.kind} ${it.key} (${it.by.join(', ')}; ${it.file})\n`);
  }
}

const same = sameAs(readFileSync(path.join(peers, 'data/records.jsonl'), 'utf8'));
const repositories = checkouts.map((it) => lookAt(it, same));
for (const it of repositories) print(it);
const open = repositories.flatMap((it) => it.differences).filter((it) => it.reason === undefined);
process.stdout.write(`differences without a reason: ${open.length}\n`);
if (options.write) {
  const about = readFileSync(path.join(peers, 'about.md'), 'utf8');
  writeFileSync(options.write, written({ repositories, about, day: new Date().toISOString().slice(0, 10) }));
}
process.exitCode = open.length > 0 ? 1 : 0;
