import type { Ecosystem } from '@plumbline/core';
import { expect, test } from 'vitest';
import { schemeOf, schemes } from './index.ts';
import { satisfiesPep440 } from './pep440-specifier.ts';

/** Lists in strictly rising order; `=` joins equal ones. */
const orders: readonly (readonly [Ecosystem, string])[] = [
  [
    'npm',
    '0.0.0-0 < 0.0.1-alpha < 0.0.1 < 0.9.10 < 0.10.0 < 1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-alpha.beta < 1.0.0-beta.2 < 1.0.0-beta.11 < 1.0.0-rc.1 < 1.0.0=1.0.0+build=v1.0.0=1.0=1 < 1.0.1',
  ],
  ['npm', '9007199254740992.0.0 < 9007199254740993.0.0 < 99999999999999999999.0.0'],
  ['npm', '1.2.3-1 < 1.2.3-9 < 1.2.3-10 < 1.2.3-a=1.2.3a < 1.2.3-b < 1.2.3'],
  [
    'pypi',
    '1.0.dev1 < 1.0a1.dev1 < 1.0a1=1.0.alpha1=v1.0-A1 < 1.0b2 < 1.0rc1=1.0c1 < 1.0=1=1.0.0 < 1.0+local < 1.0.post1=1.0-1 < 1.1.dev1 < 1!0.1',
  ],
  ['pypi', '1.0.x.y < 1.0.z < 0.0.1'],
  [
    'maven',
    '1-alpha < 1-beta < 1-m1=1-milestone-1 < 1-rc=1-cr < 1-SNAPSHOT < 1=1.0=1.0.0=1-ga=1.0-FINAL=1.release < 1-sp < 1-abc < 1-xyz < 1-1=1-ga-1 < 1.1 < 1.2 < 1.10 < 2',
  ],
  ['maven', '1.0-alpha-1-SNAPSHOT < 1.0-alpha-1=1.0a1 < 1.0-alpha-2 < 1.0-alpha-10 < 1.0-beta < 1.0'],
  ['maven', '20030101 < 20030101120000000000000001 < 20030101120000000000000002'],
  [
    'golang',
    'v0.0.0-20180101000000-aaaaaaaaaaaa < v0.0.0-20210101000000-000000000000 < v0.0.1 < v1.2.3-0.20200101000000-abcdefabcdef < v1.2.3-pre < v1.2.3=1.2.3 < v2.0.0+incompatible=v2.0.0 < v2.0.1',
  ],
  ['golang', '1.20=go1.20=1.20.0 < 1.20.14 < 1.21rc1=1.21.0-rc.1 < 1.21rc2 < 1.21'],
  ['cargo', '1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-rc.1 < 1.0.0=1.0.0+build < 1.0.1'],
  [
    'gem',
    '0.9 < 1.0.a=1.0.a.0 < 1.0.a.2=1.0.a2 < 1.0.b1 < 1.0.0-1=1.0.0.pre.1 < 1.0.rc1 < 1.0=1=1.0.0 < 1.0.1 < 3.2 < 3.10',
  ],
  [
    'composer',
    '1.0-foo < 1.0-dev < 1.0a1=1.0-alpha1 < 1.0-b.2.1=v1.0-beta2.1 < 1.0RC1=1.0rc1 < 1.0=v1.0 < 1.0.0 < 1.0pl1=1.0-patch1 < 1.1 < 1.10',
  ],
  [
    'nuget',
    '1.0.0-alpha < 1.0.0-BETA=1.0.0-beta < 1.0.0-beta.2 < 1.0.0-beta.10 < 1.0.0-beta.2024-01 < 1.0.0-beta.20240101000000 < 1.0.0-beta2 < 1.0=1.0.0.0=1.0.0+x=1.00.0 < 1.0.0.1 < 1.0.1',
  ],
  ['npm', '1.2.3.4.alpha=1.2.3.4-alpha < 1.2.3.4=V1.2.3.4.0 < 1.2.3.5'],
  [
    'deb',
    '1.0~~ < 1.0~rc1 < 1.0=1.0-0=0:1.0 < 1.0-1~deb12u1 < 1.0-1 < 1.0-1+deb12u1 < 1.0-1.1 < 1.0-10 < 1.0a < 1.0+dfsg < 1.0.1 < 1.1 < 1:0.1',
  ],
  [
    'rpm',
    '1.0~rc1-1 < 1.0-1.el8=0:1.0-1.el8=1.00-1_el8 < 1.0-1.el9 < 1.0-2 < 1.0^git1-1 < 1.0a-1 < 1.0.1-1 < 1.10-1 < 1:0.1-1',
  ],
  [
    'apk',
    '1.2_alpha < 1.2_alpha2 < 1.2_beta < 1.2_pre < 1.2_rc3 < 1.2 < 1.2-r1 < 1.2-r10 < 1.2_git20240101 < 1.2_p1 < 1.2_p1-r1 < 1.2a < 1.2b < 1.2.01 < 1.2.1 < 1.2.10 < 1.10',
  ],
  ['conan', '1.0-pre < 1.0=1.0.0 < 1.0+1 < 1.1.1=1.1.1.0 < 1.1.1b < 1.1.1k < 1.1.2 < 1.10 < cci.20200101'],
  ['hackage', '0.9 < 1.0 < 1.0.0 < 1.0.1 < 1.2 < 1.10'],
  ['bioconductor', '1.2.0 < 1.2.1 < 1.10.0'],
  ['julia', '1.0.0-rc1 < 1.0.0=v1.0.0 < 1.0.1'],
  ['opam', '1.0~beta < 1.0 < 1.0-1 < 1.0.1 < 1.10'],
  ['github', 'v1=1.0.0 < v1.2 < 2 < v10'],
  ['bitnami', '1.2.2-9 < 1.2.3-rc1 < 1.2.3=1.2.3-4=1.2.3-r5 < 1.2.4'],
  ['cran', '0.9 < 1.0=1-0 < 1.0.0 < 1.0-1=1.0.1 < 1.0.9000 < 1.2 < 1.10'],
  ['pub', '1.0.0-pre < 1.0.0-pre+build < 1.0.0 < 1.0.0+1 < 1.0.0+2 < 1.0.0+10 < 1.0.0+build < 1.0.1'],
];

test.each(orders)('%s: %s', (ecosystem, list) => {
  const { compare, readable } = schemes[ecosystem];
  const ranked = list.split(' < ').flatMap((equals, rank) => equals.split('=').map((version) => ({ version, rank })));
  const pairs = ranked.flatMap((a) => ranked.map((b) => ({ a, b })));
  expect(ranked.filter((it) => !readable(it.version))).toEqual([]);
  expect(pairs.filter(({ a, b }) => Math.sign(compare(a.version, b.version)) !== Math.sign(a.rank - b.rank))).toEqual(
    [],
  );
});

test('knows what is no version', () => {
  const unread = ['', 'master', 'x'.repeat(600), '1..2', 'latest', '>=1'];
  expect(unread.filter((it) => schemes.npm.readable(it))).toEqual([]);
  expect(unread.filter((it) => schemes.golang.readable(it))).toEqual([]);
  expect(
    ['', '1-ß', '1.-1', 'dev-main'].filter((it) => schemes.gem.readable(it) || schemes.nuget.readable(it)),
  ).toEqual([]);
  expect(['', 'dev-main', '1.x-dev', 'x'.repeat(600)].filter((it) => schemes.composer.readable(it))).toEqual([]);
  expect(['', 'x'.repeat(600)].filter((it) => schemes.maven.readable(it) || schemes.pypi.readable(it))).toEqual([]);
});

test('software outside all registries is ordered as its own project does', () => {
  const order = (distribution: string, a: string, b: string): number | undefined => {
    const scheme = schemeOf({ ecosystem: 'generic', distribution });
    return scheme.readable(a) && scheme.readable(b) ? Math.sign(scheme.compare(a, b)) : undefined;
  };
  expect(order('kubernetes', 'v1.29.0-rc.1', '1.29.0')).toBe(-1);
  expect(order('linux', '6.1.10', '6.1.9')).toBe(1);
  expect(order('ghc', '9.4', '9.4.7')).toBe(-1);
  expect(order('freebsd:14', '1.2.3_1', '1.2.3')).toBe(1);
  expect(order('freebsd:14', '1.2.3,1', '1.10')).toBe(1);
  expect(order('freebsd:14', '1.0.rc1', '1.0')).toBe(-1);
  expect(order('freebsd:14', '1.0.p1', '1.0.pl1')).toBe(1);
  expect(order('android', '12', '13')).toBe(undefined);
});

test('a build of ones own counts as the version that it was made from', () => {
  expect(schemes.pypi.asPublished?.('2.0.0+cu118')).toBe('2.0.0');
  expect(schemes.gem.asPublished?.('1.19.3-aarch64-linux-gnu')).toBe('1.19.3');
  expect(schemes.gem.asPublished?.('1.19.3-rc1')).toBe('1.19.3-rc1');
});

/** Would run for hours if a pattern or an order went through combinations. */
test('hostile versions are compared like others', () => {
  const long = ['1'.repeat(512), '-'.repeat(512), '1-'.repeat(256), '1a'.repeat(256), '.'.repeat(512), '0'.repeat(511)];
  const pairs = Object.values(schemes).flatMap((scheme) => long.flatMap((a) => long.map((b) => ({ scheme, a, b }))));
  const compared = pairs.filter(({ scheme, a, b }) => scheme.readable(a) && scheme.readable(b));
  expect(
    compared.filter(
      ({ scheme, a, b }) => Math.sign(scheme.compare(a, b)) !== -Math.sign(scheme.compare(b, a)) && a !== b,
    ),
  ).toEqual([]);
});

test.each([
  ['1.26.4', '>=1.20,<2', true],
  ['2.0', '>=1.20,<2', false],
  ['1.4.5', '~=1.4.2', true],
  ['1.5.0', '~=1.4.2', false],
  ['2.0rc1', '>=1.0', true],
  ['1.0', '^1.0', undefined],
  ['odd', '>=1', undefined],
] as const)('PEP 440: %s in %s is %s', (version, range, wanted) => {
  expect(satisfiesPep440(version, range)).toBe(wanted);
});
