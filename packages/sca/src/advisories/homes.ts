import { ecosystems, registries, type Ecosystem, type Package } from '@plumbline/core';

/**
 * Where the packages of an OSV ecosystem are from.
 *
 * Shape: `distribution` as a package has it: os-release's id, and the release as far as advisories tell releases apart.
 */
export interface Home {
  readonly ecosystem: Ecosystem;
  readonly distribution?: string;
}

/** Whose packages are found by the address of their repository. */
export const gitHome: Required<Home> = { ecosystem: 'generic', distribution: 'git' };

const registryHomes: ReadonlyMap<string, Ecosystem> = new Map(
  ecosystems.flatMap((it) => (registries[it].osv === undefined ? [] : [[registries[it].osv, it] as const])),
);

interface Distribution {
  readonly ecosystem: Ecosystem;
  /** Shape: id, and release where there is one, of what stands behind the name in OSV: `22.04:LTS` → `ubuntu:22.04`. */
  readonly named: (release: string) => string;
}

const of = (ecosystem: Ecosystem, id: string): Distribution => ({
  ecosystem,
  named: (release) => (release === '' ? id : `${id}:${release.split(':')[0]!.toLowerCase()}`),
});

/** Alpine has branches of two numbers: `v3.18` and 3.18.4 are of one. */
const branch = (release: string): string => /^v?(\d+\.\d+)/.exec(release)?.[1] ?? release;

/** Source: https://ossf.github.io/osv-schema/#defined-ecosystems, and os-release of each */
const distributions: Readonly<Record<string, Distribution>> = {
  AlmaLinux: of('rpm', 'almalinux'),
  Alpaquita: of('apk', 'alpaquita'),
  Alpine: { ecosystem: 'apk', named: (it) => (it === '' ? 'alpine' : `alpine:${branch(it)}`) },
  Android: of('generic', 'android'),
  'Azure Linux': of('rpm', 'azurelinux'),
  'BellSoft Hardened Containers': of('apk', 'bellsoft-hardened-containers'),
  Chainguard: of('apk', 'chainguard'),
  CleanStart: of('apk', 'cleanstart'),
  Debian: of('deb', 'debian'),
  'Docker Hardened Images': of('deb', 'dhi'),
  Echo: of('deb', 'echo'),
  FreeBSD: of('generic', 'freebsd'),
  GHC: of('generic', 'ghc'),
  GIT: gitNamed(),
  Kubernetes: of('generic', 'kubernetes'),
  Linux: of('generic', 'linux'),
  Mageia: of('rpm', 'mageia'),
  MinimOS: of('apk', 'minimos'),
  openEuler: of('rpm', 'openeuler'),
  openSUSE: { ecosystem: 'rpm', named: openSuse },
  'OSS-Fuzz': of('generic', 'oss-fuzz'),
  'Photon OS': of('rpm', 'photon'),
  'Red Hat': { ecosystem: 'rpm', named: redHat },
  'Rocky Linux': of('rpm', 'rocky'),
  SUSE: { ecosystem: 'rpm', named: suse },
  TuxCare: of('rpm', 'tuxcare'),
  Ubuntu: {
    ecosystem: 'deb',
    named(release) {
      const [first, ...rest] = release.split(':');
      return first === 'Pro'
        ? `ubuntu-pro:${rest.find((it) => /^\d/.test(it)) ?? ''}`
        : of('deb', 'ubuntu').named(release);
    },
  },
  Wolfi: of('apk', 'wolfi'),
};

function gitNamed(): Distribution {
  return { ecosystem: gitHome.ecosystem, named: () => gitHome.distribution };
}

/** `enterprise_linux:9::appstream` is RHEL 9; other products have names of their own: `openshift:4.12::el8`. */
function redHat(cpe: string): string {
  const [product = '', version = ''] = cpe.split(':');
  const major = /^\d+/.exec(version)?.[0];
  if (/^(?:enterprise_linux|rhel_\w+)$/.test(product)) return major === undefined ? 'rhel' : `rhel:${major}`;
  return cpe === '' ? 'rhel' : `redhat-${product}:${version}`;
}

/** `Leap 15.5` → `opensuse-leap:15.5`, `Leap Micro 5.3` → `opensuse-leap-micro:5.3`, `Tumbleweed` */
function openSuse(product: string): string {
  const { name = 'leap', release } =
    /^(?<name>[a-z].*?)(?: (?<release>\d[\d.]*))?$/.exec(product.toLowerCase())?.groups ?? {};
  return `opensuse-${name.replaceAll(' ', '-')}${release === undefined ? '' : `:${release}`}`;
}

/** `Linux Enterprise Module for Basesystem 15 SP5`, `Linux Enterprise Server 15 SP5-LTSS` → `sles:15.5` */
function suse(product: string): string {
  const micro = /^Linux (?<enterprise>Enterprise )?Micro (?<release>\d+\.\d+)/.exec(product)?.groups;
  if (micro) return `${micro['enterprise'] === undefined ? 'sl' : 'sle'}-micro:${micro['release']!}`;
  const found = /\b(?<major>\d+)(?: SP(?<pack>\d+))?/.exec(product)?.groups;
  if (!/Linux Enterprise/.test(product) || !found) return `suse-${product.toLowerCase().replaceAll(' ', '-')}`;
  return `sles:${found['major']!}${found['pack'] === undefined ? '' : `.${found['pack']}`}`;
}

/** Where the packages of an OSV ecosystem, with its suffix, are from; undefined for one that nobody has defined. */
export function homeOf(written: string): Home | undefined {
  const colon = written.indexOf(':');
  const name = colon === -1 ? written : written.slice(0, colon);
  const suffix = colon === -1 ? '' : written.slice(colon + 1);
  // Root rebuilds what others publish, under their names.
  if (name === 'Root') return rebuilt(suffix);
  const registry = registryHomes.get(name);
  if (registry !== undefined) return { ecosystem: registry };
  if (!Object.hasOwn(distributions, name)) return undefined;
  const { ecosystem, named } = distributions[name]!;
  return { ecosystem, distribution: named(suffix) };
}

function rebuilt(suffix: string): Home | undefined {
  const original = suffix.startsWith('Root') ? undefined : homeOf(suffix);
  if (!original) return undefined;
  const { ecosystem, distribution } = original;
  return { ecosystem, distribution: distribution === undefined ? 'root' : `root-${distribution}` };
}

/** Distributions that are made of another's packages, unchanged. */
const remade: Readonly<Record<string, string>> = {
  centos: 'rhel',
  sled: 'sles',
  sles_sap: 'sles',
  sle_hpc: 'sles',
};

/** Whether OSV has an ecosystem for a distribution's advisories. */
export function hasAdvisories(distribution: string): boolean {
  const id = distribution.split(':')[0]!;
  const known = Object.hasOwn(remade, id) ? remade[id]! : id;
  return /^(?:opensuse-|redhat-|root-|(?:ubuntu-pro|sles|sle-micro|sl-micro)$)/.test(known) || ids.has(known);
}

const ids = new Set(Object.values(distributions).map((it) => it.named('').split(':')[0]!));

/**
 * Under which distributions the advisories of a package may be: its own release, that release without its last numbers,
 * and those of all releases. Undefined stands for a registry's packages, which have none.
 */
export function placesOf({
  distribution,
  version = '',
}: Partial<Pick<Package, 'distribution' | 'version'>>): readonly (string | undefined)[] {
  if (distribution === undefined) return [undefined];
  const [written = '', release = ''] = distribution.toLowerCase().split(':');
  const id = Object.hasOwn(remade, written) ? remade[written]! : written;
  // Fixes that Ubuntu gives to subscribers have advisories of their own.
  if (id === 'ubuntu' && /[+~]esm\d/.test(version)) {
    return [...placesOf({ distribution: `ubuntu-pro:${release}` }), ...placesOf({ distribution })];
  }
  if (/\.root\.io\./.test(version) && !id.startsWith('root-')) {
    return [...placesOf({ distribution: `root-${distribution}` }), ...placesOf({ distribution })];
  }
  const numbers = release.split('.');
  const shorter = numbers.map((_, at) => `${id}:${numbers.slice(0, numbers.length - at).join('.')}`);
  return release === '' ? [id] : [...shorter, id];
}

const shorthand: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
};

/** A repository by one name, however its address is written: `git+ssh://git@github.com/A/b.git#…` → `github.com/a/b`. */
export function repositoryName(address: string): string {
  const bare = address
    .trim()
    .replace(/^git\+/, '')
    .split(/[#?]/)[0]!;
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/.exec(bare);
  const whole = short ? `${shorthand[short[1] ?? 'github']!}/${short[2]!}` : bare;
  return whole
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?:\d+\/)?(?=[^/])/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}
