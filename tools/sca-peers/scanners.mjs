// How each scanner is asked, and how its report is read. Read = { packages, findings } of { type, name, version, file }
// each, findings with the `ids` that they are known by. All look at everything they can: development dependencies, too.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPackageUrl } from '../../packages/core/dist/index.js';

const plumb = fileURLToPath(new URL('../../packages/cli/bin/plumb.js', import.meta.url));

/** Types of package URLs by what OSV calls ecosystems. */
const typesOfEcosystems = {
  npm: 'npm',
  PyPI: 'pypi',
  Go: 'golang',
  Maven: 'maven',
  RubyGems: 'gem',
  Packagist: 'composer',
  'crates.io': 'cargo',
  NuGet: 'nuget',
  Hex: 'hex',
  Pub: 'pub',
  SwiftURL: 'swift',
  CocoaPods: 'cocoapods',
  'GitHub Actions': 'github',
  GIT: 'generic',
};

/** What OSV says of a system begins with its name: `Alpine:v3.10`. */
const systems = { Alpine: 'apk', Debian: 'deb', Ubuntu: 'deb' };
const typeOf = (ecosystem) =>
  typesOfEcosystems[ecosystem] ?? systems[ecosystem.split(':')[0]] ?? ecosystem.toLowerCase();

/** The same by what Trivy calls kinds of files. */
const typesOfFiles = {
  npm: 'npm',
  yarn: 'npm',
  pnpm: 'npm',
  'node-pkg': 'npm',
  pip: 'pypi',
  pipenv: 'pypi',
  poetry: 'pypi',
  'python-pkg': 'pypi',
  gomod: 'golang',
  gobinary: 'golang',
  pom: 'maven',
  gradle: 'maven',
  jar: 'maven',
  bundler: 'gem',
  gemspec: 'gem',
  composer: 'composer',
  cargo: 'cargo',
  nuget: 'nuget',
  'dotnet-core': 'nuget',
  'packages-props': 'nuget',
  hex: 'hex',
  pub: 'pub',
  swift: 'swift',
  cocoapods: 'cocoapods',
};

const fromPurl = (purl) => {
  const { type, namespace, name, version = '' } = readPackageUrl(purl, true) ?? {};
  const isOfSystem = Object.values(systems).includes(type);
  return type && { type, name: namespace && !isOfSystem ? `${namespace}/${name}` : name, version };
};

function readPlumbline({ packages, findings, stats }) {
  if (!stats.advisories) throw new Error('Plumbline has no advisories: plumb db import data/records.jsonl');
  const of = ({ ecosystem, name, version, origin }) => ({
    type: ecosystem,
    name: name.replace(':', '/'),
    version,
    origin,
  });
  const ofId = new Map(packages.map((it) => [it.id, it]));
  return {
    packages: packages.map((it) => ({ ...of(it), file: it.location.file })),
    findings: findings
      .filter((it) => it.package?.advisory)
      .map(({ package: { id, advisory, aliases }, location }) => ({
        ...of(ofId.get(id)),
        file: location.file,
        ids: [advisory, ...aliases],
      })),
  };
}

function readOsvScanner({ results = [] }, checkout) {
  const read = { packages: [], findings: [] };
  for (const { source, packages } of results)
    for (const { package: one, groups = [] } of packages) {
      const type = typeOf(one.ecosystem);
      const file = path.relative(checkout, source.path);
      const it = { type, name: one.name.replace(':', '/'), version: one.version, file, commit: one.commit };
      read.packages.push(it);
      for (const { ids } of groups) read.findings.push({ ...it, ids });
    }
  return read;
}

function readTrivy({ Results = [] }) {
  const read = { packages: [], findings: [] };
  for (const { Target: file, Type, Packages = [], Vulnerabilities = [] } of Results) {
    const of = (name, version = '') => ({
      type: typesOfFiles[Type] ?? Type,
      name: name.replace(':', '/'),
      version,
      file,
    });
    // The project itself may have no name there.
    read.packages.push(...Packages.filter((it) => it.Name).map((it) => of(it.Name, it.Version)));
    for (const it of Vulnerabilities)
      read.findings.push({ ...of(it.PkgName, it.InstalledVersion), ids: [it.VulnerabilityID] });
  }
  return read;
}

const fileOf = ({ locations = [] }) => (locations[0]?.path ?? '').replace(/^\//, '');
const readSyft = ({ artifacts }) => ({
  packages: artifacts.map((it) => ({
    ...(fromPurl(it.purl) ?? { type: it.type, name: it.name, version: it.version }),
    file: fileOf(it),
  })),
  findings: [],
});
const readGrype = ({ matches }) => ({
  packages: [],
  findings: matches.map(({ artifact, vulnerability }) => ({
    ...(fromPurl(artifact.purl) ?? { type: artifact.type, name: artifact.name, version: artifact.version }),
    file: fileOf(artifact),
    ids: [vulnerability.id],
  })),
});

const words = (text) => text.split(' ');

/** In the order in which they run: Grype reads what Syft wrote. */
export const scanners = {
  plumbline: {
    isOurs: true,
    command: ({ peers, checkout, file }) => ({
      program: process.execPath,
      args: [plumb, ...words('scan --only sca --no-cache -q --format json -o'), file, checkout],
      env: { PLUMB_HOME: path.join(peers, 'data/plumbline') },
    }),
    read: readPlumbline,
  },
  'osv-scanner': {
    command: ({ peers, checkout, file }) => ({
      args: words(
        'scan source -r --offline --all-packages --all-vulns --no-call-analysis all --allow-no-lockfiles',
      ).concat(words('--format json --output-file'), file, checkout),
      env: { OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY: path.join(peers, 'data/osv') },
    }),
    read: readOsvScanner,
  },
  trivy: {
    command: ({ peers, checkout, file }) => ({
      args: ['--quiet', '--cache-dir', path.join(peers, 'data/trivy')].concat(
        words('fs --scanners vuln --offline-scan --skip-db-update --skip-java-db-update --include-dev-deps'),
        words('--list-all-pkgs --format json --output'),
        file,
        checkout,
      ),
    }),
    read: readTrivy,
  },
  syft: {
    command: ({ checkout, file }) => ({
      args: ['--quiet', 'scan', `dir:${checkout}`, '-o', `syft-json=${file}`],
      env: { SYFT_JAVASCRIPT_INCLUDE_DEV_DEPENDENCIES: 'true', SYFT_CHECK_FOR_APP_UPDATE: 'false' },
    }),
    read: readSyft,
  },
  grype: {
    command: ({ peers, checkout, file }) => ({
      args: ['--quiet', `sbom:${path.join(peers, 'reports/syft', `${path.basename(checkout)}.json`)}`].concat(
        words('-o json --file'),
        file,
      ),
      env: {
        GRYPE_DB_CACHE_DIR: path.join(peers, 'data/grype'),
        GRYPE_DB_AUTO_UPDATE: 'false',
        GRYPE_DB_VALIDATE_AGE: 'false',
        GRYPE_CHECK_FOR_APP_UPDATE: 'false',
      },
    }),
    read: readGrype,
  },
};
