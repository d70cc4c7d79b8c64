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
import { manifestFormats } from './manifests/index.ts';

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

test('npm: what others ask for is overridden, each manager in its own words', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { top: '1' } },
      'node_modules/top': { version: '1.0.0', dependencies: { a: '~1.0.0' } },
      'node_modules/a': { version: '1.0.0' },
    },
  };
  const manifest = '{\n  "dependencies": {\n    "top": "1"\n  }\n}\n';
  const npm = plan({ 'package.json': manifest, 'package-lock.json': lock }, [weak('npm', 'a', '2.0.0')]);
  expect(npm.plans.map(brief)).toEqual([['2.0.0', 'override', 'expected', ['V-a-2.0.0'], 'npm install']]);
  expect(changed(npm)).toEqual(['+  },', '+  "overrides": {', '+    "a": "2.0.0"']);

  const yarn =
    '# yarn lockfile v1\n\n\na@~1.0.0:\n  version "1.0.0"\n\ntop@1:\n  version "1.0.0"\n  dependencies:\n    a "~1.0.0"\n';
  const resolutions = plan({ 'package.json': manifest, 'yarn.lock': yarn }, [weak('npm', 'a', '2.0.0')]);
  expect(resolutions.plans.map(brief)).toEqual([['2.0.0', 'override', 'expected', ['V-a-2.0.0'], 'yarn install']]);
  expect(changed(resolutions)).toContain('+  "resolutions": {');

  const pnpm = `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      top:
        specifier: '1'
        version: 1.0.0
packages:
  a@1.0.0:
    resolution: {integrity: sha512-a}
  top@1.0.0:
    resolution: {integrity: sha512-t}
snapshots:
  a@1.0.0: {}
  top@1.0.0:
    dependencies:
      a: 1.0.0
`;
  const overrides = plan({ 'package.json': manifest, 'pnpm-lock.yaml': pnpm }, [weak('npm', 'a', '2.0.0')]);
  expect(overrides.plans.map(brief)).toEqual([['2.0.0', 'override', 'expected', ['V-a-2.0.0'], 'pnpm install']]);
  expect(changed(overrides)).toEqual(['+  },', '+  "pnpm": {', '+    "overrides": {', '+      "a": "2.0.0"', '+    }']);
});

test('npm: inside of what others ask for the manager takes it itself', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { top: '1' } },
      'node_modules/top': { version: '1.0.0', dependencies: { a: '^1.0.0' } },
      'node_modules/a': { version: '1.0.0' },
    },
  };
  const { plans, changes } = plan({ 'package-lock.json': lock }, [weak('npm', 'a', '1.0.5')]);
  expect(plans.map(brief)).toEqual([['1.0.5', 'in-range', 'expected', ['V-a-1.0.5'], 'npm update a']]);
  expect(changes).toEqual([]);
});

const one = (ecosystem: string, name: string, files: Files): Fixes => plan(files, [weak(ecosystem, name, '1.5.0')]);

test.each<[string, string, string, Files, readonly unknown[], readonly string[]]>([
  [
    'requirements.txt',
    'PyPI',
    'flask',
    { 'requirements.txt': '# web\nFlask[async]==1.0  # pinned\njinja2>=2\n' },
    ['1.5.0', 'relax', 'verified', ['V-flask-1.5.0'], 'pip install -r requirements.txt'],
    ['-Flask[async]==1.0  # pinned', '+Flask[async]==1.5.0  # pinned'],
  ],
  [
    'poetry',
    'PyPI',
    'flask',
    {
      'pyproject.toml':
        '[tool.x]\nsizes = [1, 2]\non = true\n\n[tool.poetry.dependencies]\npython = "^3.9"\nflask = { version = "^1.0", extras = ["x"] } # web\n',
      'poetry.lock': '[[package]]\nname = "flask"\nversion = "1.0.0"\n\n[metadata]\nlock-version = "2.0"\n',
    },
    ['1.5.0', 'relax', 'expected', ['V-flask-1.5.0'], 'poetry lock'],
    ['-flask = { version = "^1.0", extras = ["x"] } # web', '+flask = { version = "^1.5.0", extras = ["x"] } # web'],
  ],
  [
    'uv',
    'PyPI',
    'flask',
    {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\ndependencies = [\n  "flask>=1.0,<2",\n]\n',
      'uv.lock':
        'version = 1\n\n[[package]]\nname = "app"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "flask" }]\n\n[[package]]\nname = "flask"\nversion = "1.0.0"\nsource = { registry = "https://x.example/simple" }\n',
    },
    ['1.5.0', 'relax', 'expected', ['V-flask-1.5.0'], 'uv lock'],
    ['-  "flask>=1.0,<2",', '+  "flask>=1.5.0,<2",'],
  ],
  [
    'a transitive package of uv',
    'PyPI',
    'werkzeug',
    {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\ndependencies = ["flask"]\n',
      'uv.lock':
        'version = 1\n\n[[package]]\nname = "app"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "flask" }]\n\n[[package]]\nname = "flask"\nversion = "1.0.0"\nsource = { registry = "https://x.example/simple" }\ndependencies = [{ name = "werkzeug" }]\n\n[[package]]\nname = "werkzeug"\nversion = "1.0.0"\nsource = { registry = "https://x.example/simple" }\n',
    },
    ['1.5.0', 'override', 'expected', ['V-werkzeug-1.5.0'], 'uv lock'],
    ['+', '+[tool.uv]', '+constraint-dependencies = ["werkzeug>=1.5.0"]'],
  ],
  [
    'Maven, in a property',
    'Maven',
    'g:a',
    {
      'pom.xml':
        '<project>\n  <groupId>x</groupId><artifactId>y</artifactId><version>1</version>\n  <properties>\n    <a.version>1.0</a.version>\n  </properties>\n  <dependencies>\n    <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${a.version}</version></dependency>\n  </dependencies>\n</project>\n',
    },
    ['1.5.0', 'relax', 'verified', ['V-g:a-1.5.0'], undefined],
    ['-    <a.version>1.0</a.version>', '+    <a.version>1.5.0</a.version>'],
  ],
  [
    'Gradle, in a build file',
    'Maven',
    'g:a',
    {
      'build.gradle': "dependencies {\n    implementation 'g:a:1.0' // json\n}\n",
      'gradle.lockfile': 'g:a:1.0=runtimeClasspath\nempty=\n',
    },
    ['1.5.0', 'relax', 'expected', ['V-g:a-1.5.0'], './gradlew dependencies --write-locks'],
    ["-    implementation 'g:a:1.0' // json", "+    implementation 'g:a:1.5.0' // json"],
  ],
  [
    'Gradle, in a catalogue',
    'Maven',
    'g:a',
    {
      'gradle/libs.versions.toml':
        '[versions]\nga = "1.0"\n\n[libraries]\na = { module = "g:a", version.ref = "ga" }\n',
    },
    ['1.5.0', 'relax', 'verified', ['V-g:a-1.5.0'], undefined],
    ['-ga = "1.0"', '+ga = "1.5.0"'],
  ],
  [
    'Go',
    'Go',
    'example.com/a',
    { 'go.mod': 'module x\n\ngo 1.22\n\nrequire (\n\texample.com/a v1.0.0 // indirect\n\texample.com/b v1.0.0\n)\n' },
    ['1.5.0', 'relax', 'verified', ['V-example.com/a-1.5.0'], 'go mod tidy'],
    ['-\texample.com/a v1.0.0 // indirect', '+\texample.com/a v1.5.0 // indirect'],
  ],
  [
    'Cargo',
    'crates.io',
    'a',
    {
      'Cargo.toml':
        '[package]\nname = "x"\nversion = "0.1.0"\n\n[dependencies]\na = { version = "1.0", features = ["f"] }\n',
      'Cargo.lock':
        'version = 3\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://x.example"\n\n[[package]]\nname = "x"\nversion = "0.1.0"\ndependencies = ["a"]\n',
    },
    ['1.5.0', 'relax', 'expected', ['V-a-1.5.0'], 'cargo update -p a --precise 1.5.0'],
    ['-a = { version = "1.0", features = ["f"] }', '+a = { version = "1.5.0", features = ["f"] }'],
  ],
  [
    'Composer',
    'Packagist',
    'v/a',
    {
      'composer.json': { require: { 'v/a': '~1.0' } },
      'composer.lock': { packages: [{ name: 'v/a', version: 'v1.0.0' }], 'packages-dev': [] },
    },
    ['1.5.0', 'relax', 'expected', ['V-v/a-1.5.0'], 'composer update v/a --with-dependencies'],
    ['-    "v/a": "~1.0"', '+    "v/a": "~1.5.0"'],
  ],
  [
    'Bundler',
    'RubyGems',
    'rack',
    {
      Gemfile: 'source "https://x.example"\ngem "rack", "~> 1.0", require: false\n',
      'Gemfile.lock':
        'GEM\n  remote: https://x.example/\n  specs:\n    rack (1.0.0)\n\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n  rack (~> 1.0)\n',
    },
    ['1.5.0', 'relax', 'expected', ['V-rack-1.5.0'], 'bundle lock --update rack'],
    ['-gem "rack", "~> 1.0", require: false', '+gem "rack", "~> 1.5.0", require: false'],
  ],
  [
    'NuGet',
    'NuGet',
    'Some.Lib',
    {
      'app.csproj':
        '<Project Sdk="x">\n  <ItemGroup>\n    <PackageReference Include="some.lib" Version="1.0.0" />\n  </ItemGroup>\n</Project>\n',
    },
    ['1.5.0', 'relax', 'verified', ['V-Some.Lib-1.5.0'], undefined],
    [
      '-    <PackageReference Include="some.lib" Version="1.0.0" />',
      '+    <PackageReference Include="some.lib" Version="1.5.0" />',
    ],
  ],
])('%s: the version is found, exchanged and read again', (...[, ecosystem, name, files, wanted, lines]) => {
  const fixes = one(ecosystem, name, files);
  expect(fixes.plans.map(brief)).toEqual([wanted]);
  expect(changed(fixes)).toEqual(lines);
});

test('npm: of several versions the one that is meant is overridden', () => {
  const entry = (version: string, dependencies = {}): object => ({ version, dependencies });
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { a: '^3', top: '1' } },
      'node_modules/a': entry('3.0.0'),
      'node_modules/top': entry('1.0.0', { a: '~1.0.0' }),
      'node_modules/top/node_modules/a': entry('1.0.0'),
    },
  };
  const files = { 'package.json': '{\n  "dependencies": { "a": "^3", "top": "1" }\n}\n', 'package-lock.json': lock };
  const npm = plan(files, [weak('npm', 'a', '2.0.0')]);
  expect(npm.plans.map(brief)).toEqual([['2.0.0', 'override', 'expected', ['V-a-2.0.0'], 'npm install']]);
  expect(changed(npm)).toContain('+    "a@1.0.0": "2.0.0"');
});

test('who stands in the way is named, where only one version can be installed', () => {
  const { plans, changes } = plan(
    {
      Gemfile: 'gem "rails"\n',
      'Gemfile.lock':
        'GEM\n  remote: https://x.example/\n  specs:\n    actionview (1.0.0)\n    rails (2.0.0)\n      actionview (= 1.0.0)\n\nDEPENDENCIES\n  rails\n',
    },
    [weak('RubyGems', 'actionview', '1.5.0')],
  );
  expect(plans.map((it) => [it.outcome, it.reason, it.edits])).toEqual([
    ['failed', 'rails 2.0.0 asks for = 1.0.0, which leaves 1.5.0 out: raise rails first.', []],
  ]);
  expect(changes).toEqual([]);
});

test('a malicious package goes, and nothing else of its list', () => {
  const bad = { ...weak('npm', 'evil', '9'), id: 'MAL-2026-1' };
  const files = {
    'package.json': '{\n  "dependencies": {\n    "a": "1",\n    "evil": "*"\n  }\n}\n',
    'package-lock.json': {
      lockfileVersion: 3,
      packages: { '': { dependencies: { evil: '*' } }, 'node_modules/evil': { version: '1.0.0' } },
    },
  };
  const fixes = plan(files, [bad], { strategies: ['remove'] });
  expect(fixes.plans.map(brief)).toEqual([[undefined, 'remove', 'expected', ['MAL-2026-1'], 'npm install']]);
  expect(changed(fixes)).toEqual(['-    "a": "1",', '-    "evil": "*"', '+    "a": "1"']);
});

test('what cannot be done is said', () => {
  const noEnd = {
    ...weak('npm', 'a', '2'),
    affected: [{ package: { ecosystem: 'npm', name: 'a' }, versions: ['1.0.0'] }],
  };
  expect(plan(npmFiles('^1.0.0'), [noEnd]).plans).toMatchObject([
    { outcome: 'none', edits: [], reason: 'No version without this is known.' },
  ]);
  expect(
    plan({ 'package-lock.json': npmFiles('^1')['package-lock.json']! }, [weak('npm', 'a', '2.0.0')]).plans,
  ).toMatchObject([{ outcome: 'none', edits: [] }]);
});

test.each<[string, string]>([
  ['go.mod', `module x\nrequire ${'a/'.repeat(400)}b\n`],
  ['pyproject.toml', `[${' '.repeat(300_000)}\na = ${'['.repeat(300_000)}`],
  ['requirements.txt', `a${'==1'.repeat(100_000)}\nb==${','.repeat(300)}\n`],
  ['build.gradle', `group ${' '.repeat(300_000)}${'"a:'.repeat(50_000)}`],
  ['Gemfile', `gem "a"${', "1'.repeat(50_000)}\n${'gem '.repeat(50_000)}`],
  ['pom.xml', `<project>${'<dependency><version>'.repeat(20_000)}`],
  ['app.csproj', `<Project><PackageReference Include="a" ${'Version="1" '.repeat(20_000)}/>`],
  ['package.json', `{"dependencies":${'{"a":'.repeat(50_000)}`],
])('a hostile %s is no work', (file, text) => {
  const files: Files = { [file]: text, 'package-lock.json': npmFiles('^1')['package-lock.json']! };
  expect(() =>
    plan(files, [weak('npm', 'a', '2.0.0'), weak('PyPI', 'a', '2.0.0'), weak('Go', 'b', '2.0.0')]),
  ).not.toThrow();
  for (const it of manifestFormats.filter((one) => one.files.test(file))) {
    expect(it.requirements(text).length).toBeLessThan(100);
    expect(it.variables?.(text).size ?? 0).toBeLessThan(100);
  }
});

test('what is released together is raised together, by the one that the project asks for', () => {
  const gemfile = (wish: string): Files => ({
    Gemfile: `gem "rails"${wish}\n`,
    'Gemfile.lock':
      'GEM\n  remote: https://x.example/\n  specs:\n    actionmailer (1.0.0)\n      actionview (= 1.0.0)\n    actionview (1.0.0)\n    rails (1.0.0)\n      actionmailer (= 1.0.0)\n      actionview (= 1.0.0)\n\nDEPENDENCIES\n  rails\n',
  });
  const free = one('RubyGems', 'actionview', gemfile(''));
  expect(free.plans.map(brief)).toEqual([
    ['1.5.0', 'relax', 'expected', ['V-actionview-1.5.0'], 'bundle lock --update rails'],
  ]);
  expect(free.plans[0]!.reason).toBe('rails 1.5.0 brings actionview 1.5.0, inside what is asked for.');
  const bound = one('RubyGems', 'actionview', gemfile(', "~> 1.0.0"'));
  expect(bound.plans.map(brief)).toEqual([
    ['1.5.0', 'relax', 'expected', ['V-actionview-1.5.0'], 'bundle lock --update rails'],
  ]);
  expect(changed(bound)).toEqual(['-gem "rails", "~> 1.0.0"', '+gem "rails", "~> 1.5.0"']);
});

const chain = (range: string): Files => ({
  'package.json': `{\n  "dependencies": {\n    "top": "${range}"\n  }\n}\n`,
  'package-lock.json': {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { top: range } },
      'node_modules/top': { version: '1.0.0', dependencies: { middle: '^1.0.0' } },
      'node_modules/middle': { version: '1.0.0', dependencies: { a: '~1.0.0' } },
      'node_modules/a': { version: '1.0.0' },
    },
  },
});

const chained: Readonly<Record<string, readonly Release[]>> = {
  a: [{ version: '1.0.0' }, { version: '2.0.0' }],
  middle: [
    { version: '1.0.0', dependencies: { a: '~1.0.0' } },
    { version: '1.1.0', dependencies: { a: '^1.0.0' } },
    { version: '2.0.0', dependencies: { a: '^2.0.0' } },
  ],
  top: [
    { version: '1.0.0', dependencies: { middle: '^1.0.0' } },
    { version: '1.4.0', dependencies: { middle: '^2.0.0' } },
    { version: '2.0.0', dependencies: {} },
  ],
};

test('a library of others goes with the nearest release of what brings it in, several steps up', () => {
  const bound = plan(chain('~1.0.0'), [weak('npm', 'a', '2.0.0')], { releases: chained });
  expect(bound.plans.map(brief)).toEqual([['2.0.0', 'relax', 'expected', ['V-a-2.0.0'], 'npm install']]);
  expect(bound.plans[0]!.reason).toBe(
    'top 1.4.0 brings a 2.0.0: package.json asks for ~1.4.0 of top instead of ~1.0.0.',
  );
  expect(changed(bound)).toEqual(['-    "top": "~1.0.0"', '+    "top": "~1.4.0"']);
  const free = plan(chain('^1.0.0'), [weak('npm', 'a', '2.0.0')], { releases: chained });
  expect(free.plans.map(brief)).toEqual([['2.0.0', 'relax', 'expected', ['V-a-2.0.0'], 'npm update top']]);
  expect(free.changes).toEqual([]);
  // A release that does without it is as good; one that is itself worse is not taken.
  const worse = {
    ...weak('npm', 'top', '1.5.0'),
    affected: [{ package: { ecosystem: 'npm', name: 'top' }, versions: ['1.4.0'] }],
  };
  const around = plan(chain('^1.0.0'), [weak('npm', 'a', '2.0.0'), worse], { releases: chained });
  expect(changed(around)).toEqual(['-    "top": "^1.0.0"', '+    "top": "^2.0.0"']);
  // Without what the registry tells it is an override.
  expect(plan(chain('^1.0.0'), [weak('npm', 'a', '2.0.0')]).plans[0]?.strategy).toBe('override');
  const { middle: _, ...partly } = chained;
  expect(plan(chain('^1.0.0'), [weak('npm', 'a', '2.0.0')], { releases: partly }).plans[0]?.strategy).toBe('override');
});

test.each<[string, Files, string]>([
  [
    'pnpm',
    {
      'pnpm-lock.yaml':
        "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ~1.0.0\n        version: 1.0.0\npackages:\n  a@1.0.0:\n    resolution: {integrity: sha512-a}\nsnapshots:\n  a@1.0.0: {}\n",
    },
    'pnpm install',
  ],
  ['yarn 1', { 'yarn.lock': '# yarn lockfile v1\n\n\na@~1.0.0:\n  version "1.0.0"\n' }, 'yarn install'],
  [
    'yarn',
    {
      'yarn.lock':
        '__metadata:\n  version: 8\n\n"a@npm:~1.0.0":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  checksum: 10c0/aa\n  languageName: node\n  linkType: hard\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n    a: "npm:~1.0.0"\n  languageName: unknown\n  linkType: soft\n',
    },
    'yarn install',
  ],
  [
    'bun',
    {
      'bun.lock':
        '{ "lockfileVersion": 1, "workspaces": { "": { "name": "app", "dependencies": { "a": "~1.0.0" } } }, "packages": { "a": ["a@1.0.0", "", {}, "sha512-a"] } }',
    },
    'bun install',
  ],
])('%s: the requirement is raised, and its own command named', (_, lock, command) => {
  const manifest = '{\n  "name": "app",\n  "dependencies": {\n    "a": "~1.0.0"\n  }\n}\n';
  const fixes = plan({ 'package.json': manifest, ...lock }, [weak('npm', 'a', '2.0.0')]);
  expect(fixes.plans.map(brief)).toEqual([['2.0.0', 'relax', 'expected', ['V-a-2.0.0'], command]]);
  expect(changed(fixes)).toEqual(['-    "a": "~1.0.0"', '+    "a": "~2.0.0"']);
});

test('a version that means never is none, and what nothing imports can go', () => {
  const never = weak('npm', 'a', '99.999.99999');
  expect(plan(npmFiles('^1.0.0'), [never]).plans.map((it) => [it.outcome, it.reason])).toEqual([
    ['none', 'No version without this is known.'],
  ]);
  const unused = plan(npmFiles('^1.0.0'), [never], { isUsed: () => false });
  expect(unused.plans.map(brief)).toEqual([[undefined, 'remove', 'expected', ['V-a-99.999.99999'], 'npm install']]);
  expect(unused.plans[0]!.reason).toBe('a is asked for no more: nothing imports it.');
  expect(plan(npmFiles('^1.0.0'), [never], { isUsed: () => undefined }).plans[0]?.outcome).toBe('none');
});

test('npm: what lies in the archive of another package stays, and that is said', () => {
  const lock = (more: object): Files => ({
    'package.json': '{\n  "dependencies": {\n    "top": "1"\n  }\n}\n',
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { top: '1' } },
        'node_modules/top': { version: '1.0.0', dependencies: { a: '~1.0.0' } },
        'node_modules/top/node_modules/b': { version: '1.0.0', inBundle: true, dependencies: { a: '~1.0.0' } },
        'node_modules/top/node_modules/b/node_modules/a': { version: '1.0.0', inBundle: true },
        ...more,
      },
    },
  });
  const why = 'It comes inside the archive of top: only another release of that has another.';
  const alone = plan(lock({}), [weak('npm', 'a', '2.0.0')]);
  expect(alone.plans.map((it) => [it.outcome, it.reason])).toEqual([['none', why]]);
  const both = plan(lock({ 'node_modules/a': { version: '1.0.0' } }), [weak('npm', 'a', '2.0.0')]);
  expect(both.plans.map(brief)).toEqual([['2.0.0', 'override', 'expected', [], 'npm install']]);
  expect(both.plans[0]).toMatchObject({ stays: ['V-a-2.0.0'] });
  expect(both.plans[0]!.reason).toContain(`Test what uses it. ${why}`);
});

test('managers that keep a version for each who asks are told to bring the others on', () => {
  const manifest = '{\n  "dependencies": {\n    "a": "~1.0.0",\n    "top": "1"\n  }\n}\n';
  const berry =
    '__metadata:\n  version: 8\n\n"a@npm:>=1, a@npm:~1.0.0":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n\n"top@npm:1":\n  version: 1.0.0\n  resolution: "top@npm:1.0.0"\n  dependencies:\n    a: "npm:>=1"\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n    a: "npm:~1.0.0"\n    top: "npm:1"\n';
  const yarn = plan({ 'package.json': manifest, 'yarn.lock': berry }, [weak('npm', 'a', '2.0.0')]);
  expect(yarn.plans.map(brief)).toEqual([
    ['2.0.0', 'relax', 'expected', ['V-a-2.0.0'], 'yarn install && yarn up -R a'],
  ]);
  const old =
    '# yarn lockfile v1\n\n\na@>=1, a@~1.0.0:\n  version "1.0.0"\n\ntop@1:\n  version "1.0.0"\n  dependencies:\n    a ">=1"\n';
  const classic = plan({ 'package.json': manifest, 'yarn.lock': old }, [weak('npm', 'a', '2.0.0')]);
  expect(classic.plans.map(brief)).toEqual([['2.0.0', 'relax', 'expected', ['V-a-2.0.0'], 'yarn install']]);
  expect(changed(classic)).toEqual([
    '-    "a": "~1.0.0",',
    '+    "a": "~2.0.0",',
    '+  },',
    '+  "resolutions": {',
    '+    "a": "2.0.0"',
  ]);
});

test('Maven: the version stands in a bill of materials beside the module', () => {
  const pom = (more: string): string => `<project>\n  <groupId>x</groupId>\n${more}</project>\n`;
  const managed =
    '  <artifactId>bom</artifactId><version>1</version>\n  <properties><a.version>1.0</a.version></properties>\n  <dependencyManagement><dependencies>\n    <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${a.version}</version></dependency>\n  </dependencies></dependencyManagement>\n';
  const importing =
    '  <artifactId>y</artifactId><version>1</version>\n  <dependencyManagement><dependencies><dependency><groupId>x</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>\n  <dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId></dependency></dependencies>\n';
  const fixes = one('Maven', 'g:a', { 'bom/pom.xml': pom(managed), 'module/pom.xml': pom(importing) });
  expect(fixes.plans.map((it) => [it.package.location.file, it.strategy, it.outcome, it.gone])).toContainEqual([
    'module/pom.xml',
    'relax',
    'verified',
    ['V-g:a-1.5.0'],
  ]);
  expect(changed(fixes)).toEqual([
    '-  <properties><a.version>1.0</a.version></properties>',
    '+  <properties><a.version>1.5.0</a.version></properties>',
  ]);
});

const modules = (version: string, inBom: string): Files => ({
  'bom/pom.xml': `<project>\n  <groupId>x</groupId><artifactId>bom</artifactId><version>1</version>\n  <properties><v>${version}</v></properties>\n  <dependencyManagement><dependencies>\n${inBom}  </dependencies></dependencyManagement>\n</project>\n`,
  ...Object.fromEntries(
    ['m1', 'm2'].map((name) => [
      `${name}/pom.xml`,
      `<project>\n  <groupId>x</groupId><artifactId>${name}</artifactId><version>1</version>\n  <dependencyManagement><dependencies><dependency><groupId>x</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>\n  <dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId></dependency></dependencies>\n</project>\n`,
    ]),
  ),
});
const managedBy = (artifact: string): string =>
  `    <dependency><groupId>g</groupId><artifactId>${artifact}</artifactId><version>\${v}</version></dependency>\n`;

test('Maven: an edit that does for several modules is made once; a patch of one library leaves its family', () => {
  const once = plan(modules('1.0', managedBy('a')), [weak('Maven', 'g:a', '1.5.0')]);
  expect(once.plans.filter((it) => it.package.location.file !== 'bom/pom.xml').map((it) => it.outcome)).toEqual([
    'verified',
    'verified',
  ]);
  expect(changed(once)).toEqual(['-  <properties><v>1.0</v></properties>', '+  <properties><v>1.5.0</v></properties>']);
  const family = modules('2.13.4', managedBy('a') + managedBy('b'));
  const patch = plan(family, [weak('Maven', 'g:a', '2.13.4.2')]);
  expect(changed(patch)).toEqual([
    '-    <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${v}</version></dependency>',
    '+    <dependency><groupId>g</groupId><artifactId>a</artifactId><version>2.13.4.2</version></dependency>',
  ]);
  expect(new Set(patch.plans.map((it) => it.outcome))).toEqual(new Set(['verified']));
  const all = plan(family, [weak('Maven', 'g:a', '2.14.0')]);
  expect(changed(all)).toEqual([
    '-  <properties><v>2.13.4</v></properties>',
    '+  <properties><v>2.14.0</v></properties>',
  ]);
});

test('Maven: a build for one platform does not become one for another', () => {
  const files = modules('31.1-jre', managedBy('a'));
  const fixes = plan(files, [weak('Maven', 'g:a', '32.0.0-android')]);
  expect(changed(fixes)).toEqual([
    '-  <properties><v>31.1-jre</v></properties>',
    '+  <properties><v>32.0.0-jre</v></properties>',
  ]);
  const releases = { 'g:a': ['31.1-jre', '32.0.1-android', '32.0.1-jre'].map((version) => ({ version })) };
  expect(plan(files, [weak('Maven', 'g:a', '32.0.0-android')], { releases }).plans[0]?.target?.version).toBe(
    '32.0.1-jre',
  );
});

test('a parent may bring a later version than the nearest, or none; what it brings is not overridden beside it', () => {
  const files: Files = {
    'package.json': '{\n  "dependencies": {\n    "top": "~1.0.0"\n  }\n}\n',
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { top: '~1.0.0' } },
        'node_modules/top': { version: '1.0.0', dependencies: { a: '1.0.0', b: '1.0.0', c: '1.0.0' } },
        'node_modules/a': { version: '1.0.0' },
        'node_modules/b': { version: '1.0.0' },
        'node_modules/c': { version: '1.0.0' },
      },
    },
  };
  const of = (...versions: readonly string[]): readonly Release[] => versions.map((version) => ({ version }));
  const releases = {
    top: [
      { version: '1.0.0', dependencies: { a: '1.0.0', b: '1.0.0', c: '1.0.0' } },
      { version: '2.0.0', dependencies: { a: '5.0.0', c: '1.0.0' } },
    ],
    a: of('1.0.0', '3.5.0', '5.0.0'),
    b: of('1.0.0', '2.0.0'),
    c: of('1.0.0', '2.0.0'),
  };
  const records = [weak('npm', 'c', '2.0.0'), weak('npm', 'a', '3.5.0'), weak('npm', 'b', '2.0.0')];
  const { plans, changes } = plan(files, records, { releases });
  expect(plans.map((it) => [it.package.name, it.target?.version, it.outcome, it.reason])).toEqual([
    ['a', '5.0.0', 'expected', 'top 2.0.0 brings a 5.0.0: package.json asks for ~2.0.0 of top instead of ~1.0.0.'],
    ['b', '2.0.0', 'expected', 'top 2.0.0 does without b, inside what is asked for.'],
    ['c', '2.0.0', 'failed', 'top will be another release: run the command, then plan again.'],
  ]);
  expect(changes.map((it) => it.file)).toEqual(['package.json']);
  expect(changes[0]!.after).not.toContain('overrides');
});

test('who lets the new version in already is brought on with those that are raised', () => {
  const files = chain('~1.0.0');
  const lock = files['package-lock.json'] as { packages: Record<string, object> };
  const also = { 'node_modules/also': { version: '1.0.0', dependencies: { a: '>=1' } } };
  const more = { ...lock, packages: { ...lock.packages, '': { dependencies: { top: '~1.0.0', also: '1' } }, ...also } };
  const { plans } = plan({ ...files, 'package-lock.json': more }, [weak('npm', 'a', '2.0.0')], { releases: chained });
  expect(plans.map(brief)).toEqual([['2.0.0', 'relax', 'expected', ['V-a-2.0.0'], 'npm install && npm update a']]);
});
