import { expect, test } from 'vitest';
import {
  advisoriesFrom,
  extract,
  match,
  planFixes,
  unifiedDiff,
  type FixOptions,
  type FixPlan,
  type Fixes,
  type ProjectFiles,
  type Release,
} from '../index.ts';

interface Asked extends Partial<Omit<FixOptions, 'source' | 'releases'>> {
  readonly releases?: Readonly<Record<string, readonly Release[]>>;
}

/** One vulnerability of a package: below `fixed`. */
function weak(ecosystem: string, name: string, fixed: string, more: object = {}): object {
  const events = [{ introduced: '0' }, { fixed }];
  return {
    id: `V-${name}-${fixed}`,
    modified: '2026-01-01T00:00:00Z',
    summary: `${name} is weak`,
    affected: [{ package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events }] }],
    ...more,
  };
}

type Files = Readonly<Record<string, string | object>>;

function plan(files: Files, records: readonly object[], asked: Asked = {}): Fixes {
  const texts = Object.fromEntries(
    Object.entries(files).map(([path, it]) => [
      path,
      typeof it === 'string' ? it : `${JSON.stringify(it, undefined, 2)}\n`,
    ]),
  );
  const project: ProjectFiles = {
    paths: Object.keys(texts),
    read: (path) => (path in texts ? Buffer.from(texts[path]!) : undefined),
  };
  const source = advisoriesFrom(
    records.map((it, at) => ({ file: `${at}.json`, text: JSON.stringify(it) })),
    '2026-01-02T00:00:00.000Z',
  ).value;
  const packages = extract(project).value;
  const { releases, ...options } = asked;
  const versions = releases && { versions: (_: unknown, name: string) => releases[name] };
  return planFixes(project, packages, match(packages, source).value, { source, releases: versions, ...options });
}

/** The lines that are changed, without context. */
function changed(fixes: Fixes): readonly string[] {
  return unifiedDiff(fixes.changes)
    .split('\n')
    .filter((it) => /^[+-](?![+-]{2} )/.test(it));
}

const brief = ({ target, strategy, outcome, gone, command }: FixPlan): readonly unknown[] => [
  target?.version,
  strategy,
  outcome,
  gone,
  command,
];

const npmFiles = (range: string, nested: object = {}): Files => ({
  'package.json': `{\n    "name": "app",\n    "dependencies": {\n        "a": "${range}"\n    }\n}\n`,
  'package-lock.json': {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { a: range } },
      'node_modules/a': {
        version: '1.0.0',
        resolved: 'https://registry.example/a-1.0.0.tgz',
        integrity: 'sha512-old',
        ...nested,
      },
      'node_modules/b': { version: '2.0.0' },
    },
  },
});

const releasesOfA: Readonly<Record<string, readonly Release[]>> = {
  a: [
    { version: '1.0.0' },
    { version: '1.0.5', address: 'https://registry.example/a-1.0.5.tgz', integrity: 'sha512-new' },
    { version: '1.1.0', deprecated: true },
    {
      version: '2.0.0',
      address: 'https://registry.example/a-2.0.0.tgz',
      integrity: 'sha512-two',
      dependencies: { b: '^2' },
    },
    { version: '3.0.0-rc.1' },
  ],
};

test('npm: the requirement is raised, in the form that it has', () => {
  const fixes = plan(npmFiles('^1.0.0'), [weak('npm', 'a', '1.0.5')]);
  expect(fixes.plans.map(brief)).toEqual([['1.0.5', 'relax', 'expected', ['V-a-1.0.5'], 'npm install']]);
  expect(changed(fixes)).toEqual(['-        "a": "^1.0.0"', '+        "a": "^1.0.5"']);
});

test('npm: with the metadata of the versions the lock file is changed, too, and read again', () => {
  const inRange = plan(npmFiles('^1.0.0'), [weak('npm', 'a', '1.0.5')], { releases: releasesOfA });
  expect(inRange.plans.map(brief)).toEqual([['1.0.5', 'in-range', 'verified', ['V-a-1.0.5'], 'npm install']]);
  expect(changed(inRange)).toEqual([
    '-      "version": "1.0.0",',
    '-      "resolved": "https://registry.example/a-1.0.0.tgz",',
    '-      "integrity": "sha512-old"',
    '+      "version": "1.0.5",',
    '+      "resolved": "https://registry.example/a-1.0.5.tgz",',
    '+      "integrity": "sha512-new"',
  ]);
  const relaxed = plan(npmFiles('~1.0.0', { dependencies: { b: '^2' } }), [weak('npm', 'a', '1.2.0')], {
    releases: releasesOfA,
  });
  expect(relaxed.plans.map(brief)).toEqual([['2.0.0', 'relax', 'verified', ['V-a-1.2.0'], 'npm install']]);
  expect(changed(relaxed).filter((it) => it.includes('"a"'))).toEqual([
    '-        "a": "~1.0.0"',
    '+        "a": "~2.0.0"',
    '-        "a": "~1.0.0"',
    '+        "a": "~2.0.0"',
  ]);
});

test('the four versions: closest and latest, without criticals and without any', () => {
  const critical = { database_specific: { severity: 'CRITICAL' } };
  const low = { database_specific: { severity: 'LOW' } };
  const released = ['1.0.0', '1.0.5', '1.1.0', '2.0.0', '2.1.0'].map((version) => ({ version }));
  const onlyTwo = {
    ...weak('npm', 'a', '2.1.0', low),
    affected: [
      {
        package: { ecosystem: 'npm', name: 'a' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '2.0.0' }, { fixed: '2.1.0' }] }],
      },
    ],
  };
  const records = [weak('npm', 'a', '1.0.5', critical), weak('npm', 'a', '1.1.0', low), onlyTwo];
  const [first] = plan(npmFiles('^1.0.0'), records, { releases: { a: released } }).plans;
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((it) => it.id);
  expect(
    first?.choice.best.map((it) => [it.version, it.aims, ids(it.fixed), ids(it.remaining), ids(it.added)]),
  ).toEqual([
    ['1.0.5', ['closest-without-criticals'], ['V-a-1.0.5'], ['V-a-1.1.0'], []],
    ['1.1.0', ['closest-without-any'], ['V-a-1.0.5', 'V-a-1.1.0'], [], []],
    ['2.1.0', ['latest-without-criticals', 'latest-without-any'], ['V-a-1.0.5', 'V-a-1.1.0'], [], []],
  ]);
  expect(first?.target?.version).toBe('1.1.0');
});
