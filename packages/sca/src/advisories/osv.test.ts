import { expect, test } from 'vitest';
import { schemes } from '../versions/index.ts';
import { affects, affectsCommit, fixedVersions } from './affects.ts';
import type { RangeEvent } from './advisory.ts';
import { readOsv } from './osv.ts';

const range = (
  ...events: readonly (readonly [RangeEvent['is'], string])[]
): {
  versions: readonly string[];
  ranges: readonly [{ type: 'SEMVER'; events: readonly RangeEvent[] }];
} => ({ versions: [], ranges: [{ type: 'SEMVER', events: events.map(([is, version]) => ({ is, version })) }] });

test.each([
  ['0', [['introduced', '0']], 'affected'],
  ['0.0.0-0', [['introduced', '0']], 'affected'],
  [
    '1.0.0',
    [
      ['introduced', '0'],
      ['fixed', '1.0.0'],
      ['introduced', '1.0.0'],
    ],
    'affected',
  ],
  [
    '1.0.0',
    [
      ['introduced', '0'],
      ['fixed', '1.0.0'],
    ],
    'unaffected',
  ],
  [
    '1.0.0-rc.1',
    [
      ['introduced', '0'],
      ['fixed', '1.0.0'],
    ],
    'affected',
  ],
  [
    '1.0.0',
    [
      ['introduced', '0'],
      ['last_affected', '1.0.0'],
    ],
    'affected',
  ],
  [
    '1.0.1',
    [
      ['introduced', '0'],
      ['last_affected', '1.0.0'],
    ],
    'unaffected',
  ],
  [
    '2.5.0',
    [
      ['fixed', '2.6.0'],
      ['introduced', '2.0.0'],
      ['fixed', '1.1.0'],
      ['introduced', '0'],
    ],
    'affected',
  ],
  [
    '1.5.0',
    [
      ['fixed', '2.6.0'],
      ['introduced', '2.0.0'],
      ['fixed', '1.1.0'],
      ['introduced', '0'],
    ],
    'unaffected',
  ],
  [
    '3.0.0',
    [
      ['introduced', '0'],
      ['limit', '3.0.0'],
    ],
    'unaffected',
  ],
  [
    '2.9.9',
    [
      ['introduced', '0'],
      ['limit', '3.0.0'],
    ],
    'affected',
  ],
  [
    '9.9.9',
    [
      ['introduced', '0'],
      ['limit', '*'],
    ],
    'affected',
  ],
  // An end below its beginning: nothing lies between.
  [
    '4.2.0',
    [
      ['introduced', '4.1.0'],
      ['fixed', '4.1.0-beta2'],
    ],
    'unaffected',
  ],
  [
    '4.1.5',
    [
      ['introduced', '4.1.0'],
      ['fixed', '4.1.0-beta2'],
      ['introduced', '4.2.0'],
      ['fixed', '4.2.1'],
    ],
    'unaffected',
  ],
  [
    '4.2.0',
    [
      ['introduced', '4.1.0'],
      ['fixed', '4.1.0-beta2'],
      ['introduced', '4.2.0'],
      ['fixed', '4.2.1'],
    ],
    'affected',
  ],
  // Listed out of order: the end is that of the beginning behind it.
  [
    '2.5.0',
    [
      ['introduced', '2.0.0'],
      ['fixed', '1.0.0'],
      ['introduced', '0'],
    ],
    'affected',
  ],
  [
    '1.5.0',
    [
      ['introduced', '2.0.0'],
      ['fixed', '1.0.0'],
      ['introduced', '0'],
    ],
    'unaffected',
  ],
  [
    '1.0.0',
    [
      ['introduced', '1.0.0'],
      ['last_affected', '1.0.0'],
    ],
    'affected',
  ],
  [
    '1.0.1',
    [
      ['introduced', '1.0.0'],
      ['last_affected', '1.0.0'],
    ],
    'unaffected',
  ],
  [
    '1.0.0',
    [
      ['introduced', '1.0.0'],
      ['fixed', '1.0.0'],
    ],
    'unaffected',
  ],
  ['1.0.0', [['introduced', 'soon']], 'unsure'],
  ['soon', [['introduced', '0']], 'unsure'],
] as const)('%s in %j is %s', (version, events, wanted) => {
  expect(affects(range(...events), version, schemes.npm)).toBe(wanted);
});

test('listed versions count as written and by value', () => {
  const listed = { versions: ['1.0', 'odd'], ranges: [] };
  expect(affects(listed, '1.0', schemes.pypi)).toBe('affected');
  expect(affects(listed, '1.0.0', schemes.pypi)).toBe('affected');
  expect(affects(listed, '1.0.1', schemes.pypi)).toBe('unaffected');
  expect(affects(listed, 'odd', schemes.npm)).toBe('affected');
});

test('fixed versions are those above that are free of it', () => {
  const both = [
    range(['introduced', '0'], ['fixed', '1.1.0'], ['introduced', '2.0.0'], ['fixed', '2.3.0']),
    range(['introduced', '2.2.0'], ['fixed', '2.4.0']),
  ];
  expect(fixedVersions(both, '1.0.0', schemes.npm)).toEqual(['1.1.0', '2.4.0']);
  expect(fixedVersions(both, '2.1.0', schemes.npm)).toEqual(['2.4.0']);
});

const record = (more: object): string =>
  JSON.stringify({
    id: 'X-1',
    modified: '2026-01-01T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name: 'a' } }],
    ...more,
  });

test('reads what is right in a record and leaves out what is not', () => {
  const read = readOsv(
    record({
      aliases: ['CVE-2026-1', 7, 'not an id', 'X-1'],
      withdrawn: 'yes',
      summary: 12,
      affected: [
        null,
        {
          package: { ecosystem: 'Maven:https://repo.example', name: 'g:a' },
          versions: ['1', 2],
          ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }],
        },
        {
          package: { ecosystem: 'PyPI', name: 'Some.Name' },
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, {}, 'x'] }],
        },
        { package: { ecosystem: 'PyPI', name: 'some-name' }, versions: ['1.0'] },
        { package: { ecosystem: '__proto__', name: 'x' } },
        { package: { ecosystem: 'npm' } },
      ],
    }),
  );
  expect(read).toMatchObject({
    id: 'X-1',
    aliases: ['CVE-2026-1'],
    withdrawn: undefined,
    packages: [
      { ecosystem: 'maven', name: 'g:a', versions: ['1'], ranges: [] },
      {
        ecosystem: 'pypi',
        name: 'some-name',
        versions: ['1.0'],
        ranges: [{ type: 'ECOSYSTEM', events: [{ is: 'introduced', version: '0' }] }],
      },
    ],
    text: { summary: '', details: '' },
  });
});

test.each([
  ['{', 'not-json'],
  ['null', 'not-osv'],
  ['{"id":"X"}', 'not-osv'],
  [record({ id: '../../etc' + '/x'.repeat(200) }), 'not-osv'],
  [record({ affected: [{ package: { ecosystem: 'Nobody:12', name: 'a' } }] }), 'other-ecosystem'],
  [`[${'['.repeat(200_000)}`, 'not-json'],
])('%.40s is unusable: %s', (text, reason) => {
  expect(readOsv(text)).toMatchObject({ reason });
});

test('an open range ends where its database says that the last known version is', () => {
  const versions = (known: string, ...events: readonly object[]): readonly object[] | undefined => {
    const read = readOsv(
      record({
        affected: [
          {
            package: { ecosystem: 'npm', name: 'a' },
            ranges: [{ type: 'SEMVER', events }],
            database_specific: { last_known_affected_version_range: known },
          },
        ],
      }),
    );
    return 'packages' in read ? read.packages[0]?.ranges[0]?.events : undefined;
  };
  const open = { is: 'introduced', version: '0' };
  expect(versions('<= 1.2.3', { introduced: '0' })).toEqual([open, { is: 'last_affected', version: '1.2.3' }]);
  expect(versions('< 1.2.3', { introduced: '0' })).toEqual([open, { is: 'limit', version: '1.2.3' }]);
  expect(versions('<= 1.2.3', { introduced: '0' }, { fixed: '1.2.4' })).toEqual([
    open,
    { is: 'fixed', version: '1.2.4' },
  ]);
  expect(versions('about 1', { introduced: '0' })).toEqual([open]);
});

test('ranges of commits are about the repository, not about a registry', () => {
  const read = readOsv(
    record({
      affected: [
        {
          package: { ecosystem: 'PyPI', name: 'a' },
          versions: ['1.0'],
          ranges: [
            { type: 'GIT', repo: 'https://github.com/Own/A.git', events: [{ introduced: '0' }, { fixed: 'ff' }] },
          ],
        },
      ],
    }),
  );
  expect(read).toMatchObject({
    packages: [
      { ecosystem: 'pypi', name: 'a', versions: ['1.0'], ranges: [] },
      { ecosystem: 'generic', distribution: 'git', name: 'github.com/own/a', ranges: [{ type: 'GIT' }] },
    ],
  });
});

const [introduced, fixed, other] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)] as const;
test.each([
  [introduced, '', 'affected'],
  [fixed, '', 'unaffected'],
  [fixed.slice(0, 8), '', 'unaffected'],
  [other, '', 'unsure'],
  [other, '1.2.0', 'affected'],
  ['', '', 'unsure'],
] as const)('commit %s, tag %s: %s', (commit, tag, wanted) => {
  const events = [
    { is: 'introduced', version: introduced },
    { is: 'fixed', version: fixed },
  ] as const;
  expect(affectsCommit({ versions: ['v1.2.0'], ranges: [{ type: 'GIT', events }] }, commit, tag)).toBe(wanted);
});

test('builds of ones own are judged as what they were made from', () => {
  const ends = {
    versions: [],
    ranges: [
      {
        type: 'ECOSYSTEM',
        events: [
          { is: 'introduced', version: '0' },
          { is: 'last_affected', version: '2.0.0' },
        ],
      },
    ],
  } as const;
  expect(affects(ends, '2.0.0+cu118', schemes.pypi)).toBe('affected');
  expect(affects({ versions: ['1.19.3'], ranges: [] }, '1.19.3-x86_64-linux', schemes.gem)).toBe('affected');
});
