import type { Package } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract, resolverOf, type PythonRelease, type ResolutionRound } from '../../index.ts';
import { isInstallable, pythonEnvironment } from './environment.ts';
import { holdsMarker } from './marker.ts';

/** What an index has: what versions ask for, by name and version. */
type World = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
type Releases = Readonly<Record<string, Partial<PythonRelease>>>;

function resolve(files: Readonly<Record<string, string>>, world: World, tells: Releases = {}): ResolutionRound {
  const project = { paths: Object.keys(files), read: (path: string) => Buffer.from(files[path]!) };
  const round = resolverOf(project, extract(project).value);
  const asked = new Set<string>();
  for (;;) {
    const found = round({
      answer({ is, name, version }) {
        if (!asked.has(`${is} ${name} ${version}`)) return undefined;
        const versions = world[name];
        if (!versions) return { is: 'absent', reason: 'nobody has it' };
        const releases = Object.keys(versions).map((it) => ({
          version: it,
          files: [{ name: `${name}-${it}-py3-none-any.whl` }],
          ...tells[`${name}==${it}`],
        }));
        const metadata = { requires: versions[version] ?? [], extras: [] };
        return { is: 'known', value: (is === 'pypi' ? releases : metadata) as never };
      },
    });
    if (found.missing.length === 0) return found;
    for (const { is, name, version } of found.missing) asked.add(`${is} ${name} ${version}`);
  }
}

const short = (it: Package): string =>
  `${it.name}@${it.version}${it.direct ? ' direct' : ''}${it.resolved ? '' : ' pinned'} ${it.location.start.line}`;

function tree(requirements: string, world: World, tells?: Releases): string[] {
  return resolve({ 'requirements.txt': requirements }, world, tells).packages.map(short);
}

test('the newest versions, with extras and markers, told where the project asks for them', () => {
  const world = {
    web: {
      '1.0': [],
      '2.0': ['core>=1', 'fast ; extra == "speed"', 'windows ; sys_platform == "win32"', 'old ; python_version < "3"'],
    },
    core: { '1.0': [], '1.5': [], '2.0.dev1': [] },
    fast: { '0.1': ['core<1.5'] },
  };
  const { packages, problems } = resolve(
    { 'requirements.txt': 'web[speed]>=1 # ours\nother; sys_platform == "darwin"\n' },
    world,
  );
  expect(packages.map(short)).toEqual(['web@2.0 direct 1', 'other@ direct pinned 2', 'fast@0.1 1', 'core@1.0 1']);
  expect(packages[0]).toMatchObject({
    purl: 'pkg:pypi/web@2.0',
    dependencies: [
      { id: 'requirements.txt#core', requested: '>=1' },
      { id: 'requirements.txt#fast', requested: '' },
    ],
  });
  expect(problems).toEqual([]);
});

test('where versions do not fit together older ones are tried', () => {
  const world = {
    a: { '1.0': ['c==1.0'], '2.0': ['c==2.0'], '3.0': ['c==3.0'] },
    b: { '1.0': ['c<3'], '2.0': ['c<3', 'd'] },
    c: { '1.0': [], '2.0': ['e==1'], '3.0': [] },
    d: { '1.0': ['e==2'] },
    e: { '1': [], '2': [] },
  };
  const versions = (text: string): string[] => tree(text, world).map((it) => it.split(' ')[0]!);
  expect(versions('a\nb\n')).toEqual(['a@2.0', 'b@1.0', 'c@2.0', 'e@1']);
  expect(versions('a\nb>=2\n')).toEqual(['a@1.0', 'b@2.0', 'c@1.0', 'd@1.0', 'e@2']);
});

test('pre-releases when they are asked for or alone; what was taken back when it is named; what is not for this Python never', () => {
  const world = {
    a: { '1.0': [], '2.0b1': [] },
    b: { '1.0b1': [] },
    c: { '1.0': [], '1.1': [] },
    d: { '1.0': [], '2.0': [] },
  };
  const tells = {
    'c==1.1': { yanked: true },
    'd==2.0': { files: [{ name: 'd-2.0-py3-none-any.whl', requiresPython: '>=3.14' }] },
  };
  expect(tree('a\nb\nc\nd\n', world, tells)).toEqual([
    'a@1.0 direct 1',
    'b@1.0b1 direct 2',
    'c@1.0 direct 3',
    'd@1.0 direct 4',
  ]);
  expect(tree('a>=2.0b0\nc==1.1\n', world, tells)).toEqual(['a@2.0b1 direct 1', 'c@1.1 direct pinned 2']);
});

test('constraints hold for what others ask for; files that include each other are one', () => {
  const world = { a: { '1.0': ['c'] }, b: { '1.0': ['c>=1'] }, c: { '1.0': [], '2.0': [], '3.0': [] } };
  const files = {
    'requirements.txt': '-r base-requirements.txt\n-c limits.txt\nb\n',
    'base-requirements.txt': 'a\n',
    'limits.txt': 'c<3 # later\n',
  };
  const { packages } = resolve(files, world);
  expect(packages.map((it) => `${it.id} ${it.version}`)).toEqual([
    'base-requirements.txt#a 1.0',
    'requirements.txt#b 1.0',
    'requirements.txt#c 2.0',
  ]);
});

test('pyproject.toml, and the ranges of Poetry', () => {
  const world = {
    a: { '1.2': ['c'], '2.0': [] },
    b: { '1.0': ['d; extra == "x"'] },
    c: { '1.0': [] },
    d: { '1.0': [] },
  };
  const standard = '[project]\ndependencies = ["a<2", "b[x]; python_version >= \'3.8\'"]\n';
  expect(resolve({ 'pyproject.toml': standard }, world).packages.map(short)).toEqual([
    'a@1.2 direct 2',
    'b@1.0 direct 2',
    'c@1.0 2',
    'd@1.0 2',
  ]);
  const poetry = '[tool.poetry.dependencies]\npython = "^3.9"\na = "^1.0"\nb = { version = "~1.0", extras = ["x"] }\n';
  expect(resolve({ 'pyproject.toml': poetry }, world).packages.map(short)).toEqual([
    'a@1.2 direct 3',
    'b@1.0 direct 4',
    'c@1.0 3',
    'd@1.0 4',
  ]);
});

test('what cannot be resolved is told; the rest stays', () => {
  const world = { a: { '1.0': ['gone'] }, b: { '1.0': ['c<2'] }, c: { '1.0': [], '2.0': [] } };
  const found = resolve({ 'requirements.txt': 'a\nnone\nc>9\n' }, world);
  expect(found.packages.map(short)).toEqual(['a@1.0 direct 1', 'none@ direct pinned 2', 'c@ direct pinned 3']);
  expect(found.problems.map((it) => `${it.line} ${it.message}`)).toEqual([
    '2 Not resolved: none: nobody has it.',
    '1 Not resolved: gone (asked for by a): nobody has it.',
    '3 Not resolved: c >9: no version is >9.',
  ]);
  const conflict = resolve({ 'requirements.txt': 'b\nc>=2\n' }, world);
  expect(conflict.packages.map(short)).toEqual(['b@ direct pinned 1', 'c@ direct pinned 2']);
  expect(conflict.problems.map((it) => it.message)).toEqual([
    'Not resolved: all of it: no versions fit together: the project wants b, the project wants c>=2, b wants c<2.',
  ]);
});

test('where what is for development does not fit, what runs is resolved all the same', () => {
  const world = { a: { '1.0': ['c<2'] }, b: { '1.0': ['c>=2'] }, c: { '1.0': [], '2.0': [] } };
  const text = '[project]\ndependencies = ["a"]\n[dependency-groups]\ndev = ["b"]\n';
  const { packages, problems } = resolve({ 'pyproject.toml': text }, world);
  expect(packages.map(short)).toEqual(['a@1.0 direct 2', 'b@ direct pinned 4', 'c@1.0 2']);
  expect(problems.map((it) => it.code)).toEqual(['unresolved']);
});

test('what pip-compile wrote is a lock', () => {
  const text = 'a==1.0\n    # via -r requirements.in\nc==1.0\n    # via a\n';
  const { packages, missing } = resolve({ 'requirements.txt': text }, {});
  expect([packages.map(short), missing]).toEqual([['a@1.0 direct pinned 1', 'c@1.0 pinned 3'], []]);
});

test.each([
  ['python_version < "3.9" or sys_platform == "linux"', true],
  ['python_version < "3.9" and sys_platform == "linux"', false],
  ['(python_version >= "3.12" or os_name == "nt") and extra == "A.b"', true],
  ["platform_machine not in 'arm64 aarch64'", true],
  ['python_full_version >= "3.12.1"', false],
  ['python_version ~= "3.8"', true],
  ['implementation_name != "cpython"', false],
  ['sys.platform == "linux"', true],
  ['"linux" in sys_platform', true],
  ['nonsense == "1"', undefined],
  ['python_version >', undefined],
  ['('.repeat(100), undefined],
])('%s', (marker, wanted) => {
  expect(holdsMarker(marker, pythonEnvironment('3.12'), ['a-b'])).toBe(wanted);
});

test.each([
  ['a-1-py2.py3-none-any.whl', true],
  ['a-1-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', true],
  ['a-1-cp38-abi3-manylinux_2_28_x86_64.whl', true],
  ['a-1-cp311-cp311-manylinux_2_17_x86_64.whl', false],
  ['a-1-cp312-cp312-win_amd64.whl', false],
  ['a-1-cp312-cp312-manylinux_2_17_aarch64.whl', false],
  ['a-1-py2-none-any.whl', false],
  ['a-1.tar.gz', true],
  ['a-1.exe', false],
])('%s', (name, wanted) => {
  expect(isInstallable({ name }, pythonEnvironment('3.12'))).toBe(wanted);
});
