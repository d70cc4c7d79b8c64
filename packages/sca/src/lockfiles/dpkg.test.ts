import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

const status = `Package: libc6
Status: install ok installed
Architecture: amd64
Multi-Arch: same
Source: glibc
Version: 2.36-9+deb12u4
Provides: libc-bin-abi (= 1)
Description: C library
 Package: this is no field.

Package: libc6
Status: install ok installed
Architecture: i386
Source: glibc
Version: 2.36-9+deb12u4

Package: python3
Status: hold ok installed
Architecture: amd64
Source: python3-defaults (3.11.2-1)
Version: 3.11.2-1+b1
Pre-Depends: missing | libc-bin-abi
Depends: libc6:any (>= 2.34), nothing-that-is-there

Package: gone
Status: deinstall ok config-files
Version: 1.0

Package: nameless-version
Status: install ok installed
`;

const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n';

test('what is installed, with its source, its distribution and who needs whom', () => {
  const { value, problems } = readProject({ 'var/lib/dpkg/status': status, 'etc/os-release': debian });
  expect(value.map(short)).toEqual([
    '1 libc6@2.36-9+deb12u4 transitive runtime',
    '11 libc6@2.36-9+deb12u4 direct runtime',
    '17 python3@3.11.2-1+b1 direct runtime',
  ]);
  expect(value.map(edges)).toEqual(['libc6 → ', 'libc6 → ', 'python3 → libc6']);
  expect(value.map((it) => it.purl)).toEqual([
    'pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12&upstream=glibc',
    'pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=i386&distro=debian-12&upstream=glibc',
    'pkg:deb/debian/python3@3.11.2-1%2Bb1?arch=amd64&distro=debian-12&upstream=python3-defaults%403.11.2-1',
  ]);
  expect(value[2]).toMatchObject({
    distribution: 'debian:12',
    builtFrom: { name: 'python3-defaults', version: '3.11.2-1' },
  });
  expect(value.map((it) => it.id)).toEqual(['libc6', 'libc6:i386', 'python3'].map((it) => `var/lib/dpkg/status#${it}`));
  expect(problems).toEqual([
    {
      code: 'parse-error',
      message: 'A package without a name, or without a version.',
      file: 'var/lib/dpkg/status',
      line: 29,
    },
  ]);
});

test('images without dpkg have a file for each package, and no states', () => {
  const { value, problems } = readProject({
    'image/var/lib/dpkg/status.d/tzdata': 'Package: tzdata\nVersion: 2024a-0+deb12u1\nArchitecture: all\n',
    'image/var/lib/dpkg/status.d/tzdata.md5sums': '07d31e7e63800ab1b7966980709c51eb  usr/lib/os-release\n',
    'image/usr/lib/os-release': debian,
  });
  expect(value.map((it) => it.purl)).toEqual(['pkg:deb/debian/tzdata@2024a-0%2Bdeb12u1?arch=all&distro=debian-12']);
  expect(problems).toEqual([]);
});

test('systems that are updated as a whole have the database below usr', () => {
  const { value } = readProject({
    'x/usr/lib/dpkg/status': 'Package: a\nStatus: install ok installed\nVersion: 1\n',
    'x/etc/os-release': debian,
  });
  expect(value.map((it) => it.distribution)).toEqual(['debian:12']);
});

test('apt says what it brought for others; copyright files name licences', () => {
  const { value } = readProject({
    'var/lib/dpkg/status':
      'Package: a\nStatus: install ok installed\nVersion: 1\n\nPackage: b\nStatus: install ok installed\nVersion: 2\n',
    'var/lib/apt/extended_states': 'Package: a\nArchitecture: amd64\nAuto-Installed: 1\n',
    'usr/share/doc/a/copyright':
      'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: x\nLicense: GPL-2+\n\nFiles: m/*\nLicense: Expat\n text\n\nLicense: GPL-2+\n On Debian systems\n',
    'usr/share/doc/b/copyright': 'This was put together by hand.\nLicense: GPL\n',
  });
  expect(value.map((it) => [it.name, it.direct, it.licenses])).toEqual([
    ['a', false, ['GPL-2+', 'Expat']],
    ['b', true, []],
  ]);
  // Without a release nobody knows whose packages they are.
  expect(value[0]!.purl).toBe('pkg:deb/a@1');
  expect(value[0]).not.toHaveProperty('distribution');
});

test.each([
  ['ID=ubuntu\nVERSION_ID="22.04"\nVERSION_CODENAME=jammy\n', 'ubuntu:22.04'],
  ['ID=debian\nVERSION_CODENAME=trixie\n', 'debian:13'],
  ["ID='debian'\n", 'debian'],
  ['ID="opensuse-leap"\nVERSION_ID="15.5"\n', 'opensuse-leap:15.5'],
  ['ID="openEuler"\nVERSION="22.03 (LTS-SP1)"\nVERSION_ID="22.03"\n', 'openeuler:22.03-lts-sp1'],
  ['ID=mariner\nVERSION_ID="2.0"\n', 'azurelinux:2.0'],
  ['NAME=x\n', undefined],
  ['ID="../evil"\n', undefined],
])('%j is %s', (release, distribution) => {
  const { value } = readProject({
    'var/lib/dpkg/status': 'Package: a\nStatus: install ok installed\nVersion: 1\n',
    'etc/os-release': release,
  });
  expect(value[0]?.distribution).toBe(distribution);
});
