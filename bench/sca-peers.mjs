/**
 * The inventory beside osv-scanner, Trivy and Syft: the same lock files, on the same machine, in turns. Trivy and Syft write
 * a bill of materials, osv-scanner its list of packages without advisories; Plumbline reads the lock files alone (packages
 * with edges and lines), and writes a bill of materials. Whole processes, from their start to their end.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('./sca.mjs', import.meta.url));
const words = (text) => text.split(' ');
const componentsIn = (text) => JSON.parse(text).components.filter((it) => it.purl).length;

/** What each is asked, and how many packages its answer has. `out` is the file that it writes. */
const scanners = {
  'Plumbline, inventory': {
    command: ({ locks }) => [process.execPath, bench, '--step', '--', 'inventory', locks],
    count: (_, printed) => Number(/([\d,]+) packages/.exec(printed)[1].replaceAll(',', '')),
  },
  'plumb sbom': {
    command: ({ locks, out }) => [process.execPath, bench, '--step', '--', 'plumb', 'sbom', locks, '--output', out],
    count: componentsIn,
  },
  'osv-scanner': {
    command: ({ peers, locks, out }) => [
      join(peers, 'osv-scanner'),
      ...words('scan source -r --offline --all-packages --no-call-analysis all --format json --output-file'),
      out,
      locks,
    ],
    count: (text) => JSON.parse(text).results.flatMap((it) => it.packages).length,
  },
  trivy: {
    command: ({ peers, locks, out }) => [
      join(peers, 'trivy'),
      ...words('--quiet fs --offline-scan --skip-db-update --skip-java-db-update --include-dev-deps'),
      ...words('--format cyclonedx --output'),
      out,
      locks,
    ],
    count: componentsIn,
  },
  syft: {
    command: ({ peers, locks, out }) => [join(peers, 'syft'), '--quiet', `dir:${locks}`, '-o', `cyclonedx-json=${out}`],
    count: componentsIn,
  },
};

/**
 * Measures those whose programs are in the folder `peers`.
 *
 * Shape: by name, all measurements. Units: seconds, bytes.
 */
export function besidePeers(peers, locks, rounds) {
  const given = { peers: resolve(peers), locks: resolve(locks), out: resolve(locks, '..', 'peers.json') };
  const there = Object.entries(scanners).filter(([name]) => /plumb/i.test(name) || existsSync(join(peers, name)));
  const found = there.map(([name, scanner]) => ({ name, scanner, runs: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { scanner, runs } of found) runs.push(measured(scanner, given));
  }
  return found.map(({ name, runs }) => ({ name, runs }));
}

/** GNU's time tells the peak of a program that it starts. */
function measured({ command, count }, given) {
  rmSync(given.out, { force: true });
  const { stdout, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...command(given)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // Syft would run Go, which would fetch modules.
    env: { ...process.env, GOPROXY: 'off', SYFT_CHECK_FOR_APP_UPDATE: 'false' },
  });
  const [seconds, user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  const packages = count(existsSync(given.out) ? readFileSync(given.out, 'utf8') : '{}', stdout);
  return {
    seconds,
    work: user + system,
    memory: kilobytes * 1024,
    what: `${packages.toLocaleString('en-US')} packages`,
  };
}
