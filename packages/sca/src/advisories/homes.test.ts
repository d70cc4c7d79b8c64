import { expect, test } from 'vitest';
import { hasAdvisories, homeOf, placesOf, repositoryName } from './homes.ts';

/** Source: https://ossf.github.io/osv-schema/#defined-ecosystems, 1.7.5 */
const defined =
  'AlmaLinux,Alpaquita,Alpine,Android,Azure Linux,BellSoft Hardened Containers,Bioconductor,Bitnami,Chainguard,CleanStart,ConanCenter,CRAN,crates.io,Debian,Docker Hardened Images,Echo,FreeBSD,GHC,GitHub Actions,Go,Hackage,Hex,Julia,Kubernetes,Linux,Mageia,Maven,MinimOS,npm,NuGet,opam,openEuler,openSUSE,OSS-Fuzz,Packagist,Photon OS,Pub,PyPI,Red Hat,Rocky Linux,RubyGems,SUSE,SwiftURL,TuxCare,Ubuntu,VSCode,Wolfi,GIT';

test('every ecosystem of the OSV schema has a home', () => {
  expect(defined.split(',').filter((it) => homeOf(it) === undefined)).toEqual([]);
  expect(['', 'constructor', 'npm2', 'Root', 'Root:Root:npm'].filter((it) => homeOf(it) !== undefined)).toEqual([]);
});

test.each([
  ['npm', 'npm', undefined],
  ['Maven:https://repo.example/maven2', 'maven', undefined],
  ['GitHub Actions', 'github', undefined],
  ['Debian:12', 'deb', 'debian:12'],
  ['Debian', 'deb', 'debian'],
  ['Ubuntu:22.04:LTS', 'deb', 'ubuntu:22.04'],
  ['Ubuntu:Pro:18.04:LTS', 'deb', 'ubuntu-pro:18.04'],
  ['Alpine:v3.18', 'apk', 'alpine:3.18'],
  ['Wolfi', 'apk', 'wolfi'],
  ['Red Hat:enterprise_linux:9::appstream', 'rpm', 'rhel:9'],
  ['Red Hat:rhel_eus:8.6::baseos', 'rpm', 'rhel:8'],
  ['Red Hat:openshift:4.12::el8', 'rpm', 'redhat-openshift:4.12'],
  ['Rocky Linux:9', 'rpm', 'rocky:9'],
  ['SUSE:Linux Enterprise Module for Basesystem 15 SP5', 'rpm', 'sles:15.5'],
  ['openSUSE:Leap 15.5', 'rpm', 'opensuse-leap:15.5'],
  ['openSUSE:Tumbleweed', 'rpm', 'opensuse-tumbleweed'],
  ['openSUSE:Leap Micro 5.3', 'rpm', 'opensuse-leap-micro:5.3'],
  ['openSUSE', 'rpm', 'opensuse-leap'],
  ['SUSE:Linux Enterprise Micro 5.1', 'rpm', 'sle-micro:5.1'],
  ['SUSE:Linux Micro 6.0', 'rpm', 'sl-micro:6.0'],
  ['SUSE:Linux Enterprise Server 15 SP5-LTSS', 'rpm', 'sles:15.5'],
  ['Mageia:9', 'rpm', 'mageia:9'],
  ['Azure Linux:3', 'rpm', 'azurelinux:3'],
  ['Chainguard', 'apk', 'chainguard'],
  ['openEuler:24.03-LTS', 'rpm', 'openeuler:24.03-lts'],
  ['Root:PyPI', 'pypi', 'root'],
  ['Root:Alpine:3.18', 'apk', 'root-alpine:3.18'],
  ['Kubernetes', 'generic', 'kubernetes'],
] as const)('%s is %s of %s', (written, ecosystem, distribution) => {
  expect(homeOf(written)).toEqual({ ecosystem, ...(distribution === undefined ? {} : { distribution }) });
});

test('a release is looked up under its own numbers, fewer of them, and all releases', () => {
  expect(placesOf({})).toEqual([undefined]);
  expect(placesOf({ distribution: 'alpine:3.18.4' })).toEqual(['alpine:3.18.4', 'alpine:3.18', 'alpine:3', 'alpine']);
  expect(placesOf({ distribution: 'wolfi' })).toEqual(['wolfi']);
  expect(placesOf({ distribution: 'centos:7' })).toEqual(['rhel:7', 'rhel']);
  expect(placesOf({ distribution: 'ubuntu:18.04', version: '1.1.1-1ubuntu2.1~18.04.23+esm4' })).toContain(
    'ubuntu-pro:18.04',
  );
  expect(placesOf({ distribution: 'ubuntu:18.04', version: '1.1.1' })).toEqual(['ubuntu:18.04', 'ubuntu:18', 'ubuntu']);
  expect(placesOf({ distribution: 'debian:12', version: '1.2-3.root.io.1' })).toContain('root-debian:12');
});

test('distributions whose advisories are in OSV, and others', () => {
  const all = [
    'debian:12',
    'ubuntu:22.04',
    'alpine:3.20',
    'wolfi',
    'rhel:9.3',
    'centos:7',
    'rocky:9',
    'sles:15.5',
    'opensuse-leap:15.5',
    'mageia:9',
    'azurelinux:3.0',
    'openeuler:24.03',
  ];
  expect(all.filter((it) => !hasAdvisories(it))).toEqual([]);
  expect(['arch', 'gentoo:2.17', 'amazonlinux:2023', 'openwrt:23.05'].filter(hasAdvisories)).toEqual([]);
});

test.each([
  'https://github.com/Owner/Repo',
  'https://github.com/owner/repo.git/',
  'git+https://github.com/owner/repo.git#0123456789abcdef',
  'git+ssh://git@github.com/owner/repo.git?rev=main#01234567',
  'git@github.com:owner/repo.git',
  'ssh://git@github.com:22/owner/repo',
  'github:owner/repo#main',
  'owner/repo',
])('%s is one repository', (address) => {
  expect(repositoryName(address)).toBe('github.com/owner/repo');
});
