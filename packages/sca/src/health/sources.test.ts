import { expect, test } from 'vitest';
import { extract, healthFindings } from '../index.ts';

function found(files: Readonly<Record<string, string>>): unknown[] {
  const project = {
    paths: Object.keys(files),
    read: (path: string) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
  };
  return healthFindings(extract(project).value, project, { today: '2026-03-01' }).map((it) => [
    it.rule,
    it.severity,
    `${it.location.file}:${it.location.start.line}`,
    it.message.split('. ')[0],
  ]);
}

const integrity = 'sha512-aaaa';

function npmLock(packages: Readonly<Record<string, object>>): string {
  return JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } }, undefined, 2);
}

const at = (host: string, more: object = { integrity }): object => ({
  version: '1.0.0',
  resolved: `https://${host}/x.tgz`,
  ...more,
});

test('a scope that has a registry of its own, and a lock file that does not know', () => {
  const lock = npmLock({
    'node_modules/@acme/ui': at('npm-registry.example'),
    'node_modules/@acme/log': at('npm.acme.example'),
    'node_modules/@other/a': at('npm-registry.example'),
    'node_modules/lodash': at('npm-registry.example'),
  });
  const expected = [
    [
      'package-wrong-registry',
      'medium',
      'package-lock.json:5',
      '@acme/ui 1.0.0 is locked from npm-registry.example, though .npmrc says that @acme comes from npm.acme.example',
    ],
  ];
  const npmrc = '; ours\n@acme:registry=https://npm.acme.example/\n//npm.acme.example/:_authToken=${TOKEN}\n';
  expect(found({ '.npmrc': npmrc, 'package-lock.json': lock })).toEqual(expected);
  expect(found({ 'other/.npmrc': npmrc, 'package-lock.json': lock })).toEqual([]);
  const yarn = [
    '# yarn lockfile v1',
    '',
    '"@acme/ui@^1.0.0":',
    '  version "1.0.0"',
    '  resolved "https://npm-registry.example/ui.tgz#0123"',
    `  integrity ${integrity}`,
    '',
  ].join('\n');
  const rows = (file: string): unknown[] => [
    [...expected[0]!.slice(0, 2), 'yarn.lock:3', expected[0]![3]!.replace('.npmrc', file)],
  ];
  const yml = 'nodeLinker: pnp\nnpmScopes:\n  acme:\n    npmRegistryServer: "https://npm.acme.example"\n';
  expect(found({ '.yarnrc.yml': yml, 'yarn.lock': yarn })).toEqual(rows('.yarnrc.yml'));
  expect(found({ '.yarnrc': '"@acme:registry" "https://npm.acme.example"\n', 'yarn.lock': yarn })).toEqual(
    rows('.yarnrc'),
  );
  const bun = '[install.scopes]\nacme = { url = "https://npm.acme.example", token = "$T" }\n';
  expect(found({ 'bunfig.toml': bun, 'yarn.lock': yarn })).toEqual(rows('bunfig.toml'));
});

test('a private package of the project whose name comes from a registry', () => {
  const lock = npmLock({ 'node_modules/acme-tools': at('npm-registry.example') });
  const own = '{ "name": "acme-tools", "private": true }';
  expect(found({ 'tools/package.json': own, 'package-lock.json': lock })).toEqual([
    [
      'package-wrong-registry',
      'medium',
      'package-lock.json:5',
      'acme-tools 1.0.0 is locked from npm-registry.example, and tools/package.json is a private package of this name that is in this project',
    ],
  ]);
  expect(found({ 'tools/package.json': '{ "name": "acme-tools" }', 'package-lock.json': lock })).toEqual([]);
});

test.each([
  [
    'requirements.txt',
    '-i https://a.example/simple\n--extra-index-url https://u:${PW}@b.example/simple\nx==1\n',
    'medium',
    2,
  ],
  ['requirements.txt', '--extra-index-url https://wheels.example/cu118\nx==1\n', 'low', 1],
  ['pip.conf', '[global]\nextra-index-url = http://localhost:3141/simple\n', 'medium', 2],
  [
    'pyproject.toml',
    '[tool.uv]\nindex-strategy = "unsafe-best-match"\n[[tool.uv.index]]\nurl = "https://b.corp/simple"\n',
    'medium',
    2,
  ],
  [
    'pyproject.toml',
    '[[tool.poetry.source]]\nname = "b"\nurl = "https://b.example"\npriority = "supplemental"\n',
    'low',
    1,
  ],
  [
    'pyproject.toml',
    '[[tool.poetry.source]]\nname = "b"\nurl = "https://b.example"\n\n[[tool.poetry.source]]\nname = "PyPI"\n',
    'low',
    1,
  ],
  ['pyproject.toml', '[[tool.pdm.source]]\nname = "b"\nurl = "https://b.example"\n', 'low', 1],
  [
    'NuGet.config',
    '<configuration>\n<packageSources><add key="a" value="https://a.example" /><add key="b" value="https://b.internal" /></packageSources></configuration>',
    'medium',
    2,
  ],
  ['Gemfile', "source 'https://a.example'\nsource 'https://b.example'\ngem 'x'\n", 'low', 2],
] as const)('several registries in %s: %j', (file, text, severity, line) => {
  const rows = found({ [file]: text }).filter((it) => (it as string[])[0] === 'dependency-confusion');
  expect(rows).toEqual([
    ['dependency-confusion', severity, `${file}:${line}`, expect.not.stringContaining('PW') as unknown],
  ]);
});

test.each([
  ['requirements.txt', '--index-url https://a.example/simple\nx==1\n'],
  ['pyproject.toml', '[[tool.uv.index]]\nurl = "https://b.example/simple"\n'],
  ['pyproject.toml', '[[tool.poetry.source]]\nname = "b"\nurl = "https://b.example"\npriority = "explicit"\n'],
  ['pyproject.toml', '[[tool.poetry.source]]\nname = "b"\nurl = "https://b.example"\n'],
  [
    'pyproject.toml',
    '[tool.pdm.resolution]\nrespect-source-order = true\n[[tool.pdm.source]]\nurl = "https://b.example"\n',
  ],
  [
    'nuget.config',
    '<configuration><packageSources><add key="a" value="https://a.example" /><add key="b" value="https://b.example" /></packageSources><packageSourceMapping><packageSource key="a" /></packageSourceMapping></configuration>',
  ],
  [
    'nuget.config',
    '<configuration><packageSources><add key="a" value="https://a.example" /></packageSources></configuration>',
  ],
  ['Gemfile', "source 'https://a.example'\nsource 'https://b.example' do\n  gem 'x'\nend\n"],
])('one registry, or a choice between them, in %s: %j', (file, text) => {
  expect(found({ [file]: text }).filter((it) => (it as string[])[0] === 'dependency-confusion')).toEqual([]);
});

test('lock files without encryption and without checksums', () => {
  const lock = npmLock({
    'node_modules/a': { version: '1.0.0', resolved: 'http://npm.acme.example/a.tgz', integrity },
    'node_modules/b': { version: '1.0.0', resolved: 'https://npm-registry.example/b.tgz' },
    'node_modules/c': at('npm-registry.example', { integrity: 'sha1-cccc' }),
    'node_modules/d': { version: '1.0.0', resolved: 'http://localhost:4873/d.tgz', integrity },
    'node_modules/e': { version: '1.0.0', resolved: `git+ssh://git@github.com/x/e.git#${'a'.repeat(40)}` },
    'node_modules/f': at('npm-registry.example'),
  });
  expect(found({ 'package-lock.json': lock })).toEqual([
    [
      'lock-plain-http',
      'low',
      'package-lock.json:7',
      'a 1.0.0 is fetched from http://npm.acme.example, without encryption',
    ],
    [
      'lock-no-checksum',
      'low',
      'package-lock.json:12',
      'b 1.0.0, c 1.0.0 have no checksum but one by SHA-1 or MD5 in package-lock.json',
    ],
  ]);
  expect(found({ 'package-lock.json': npmLock({ 'node_modules/f': at('npm-registry.example') }) })).toEqual([]);
});

test.each([
  ['.npmrc', 'registry=http://npm.acme.example/\n'],
  ['requirements.txt', '--index-url http://npm.acme.example/simple\n'],
  ['Gemfile', "source 'http://npm.acme.example'\n"],
  [
    'pom.xml',
    '<project><repositories><repository><id>a</id><url>http://npm.acme.example/m2</url></repository></repositories></project>',
  ],
  ['build.gradle', 'repositories {\n  maven { url "http://npm.acme.example/m2" }\n}\n'],
  ['build.gradle.kts', 'repositories {\n  maven {\n    url = uri("http://npm.acme.example/m2")\n  }\n}\n'],
])('a registry without encryption in %s', (file, text) => {
  const plain = (it: string): unknown[] =>
    found({ [file]: it }).filter((row) => (row as string[])[0] === 'lock-plain-http');
  expect(plain(text)).toEqual([
    [
      'lock-plain-http',
      'medium',
      expect.stringContaining(file) as unknown,
      expect.stringContaining('http://npm.acme.example') as unknown,
    ],
  ]);
  expect(plain(text.replace('http:', 'https:'))).toEqual([]);
  expect(plain(text.replace('npm.acme.example', 'localhost:8080'))).toEqual([]);
});

test('libraries from git without a commit', () => {
  const text = JSON.stringify({
    dependencies: {
      a: 'github:x/a',
      b: `github:x/b#${'b'.repeat(40)}`,
      c: 'git+https://h.example/c.git#v1',
      e: 'x/e#v1.2.3',
      d: '^1.0.0',
    },
  });
  expect(found({ 'package.json': text }).map((it) => (it as string[])[3])).toEqual([
    'a comes from git (github:x/a), and no commit of it is named',
    'c comes from git (git+https://h.example/c.git#v1), and no commit of it is named',
  ]);
});

test('a lock file that has never heard of what the manifest asks for', () => {
  const lock = npmLock({ 'node_modules/known': at('npm-registry.example') });
  const manifest = JSON.stringify({
    dependencies: { known: '1', fresh: '^2', near: 'file:../near' },
    peerDependencies: { host: '*' },
  });
  expect(found({ 'package.json': manifest, 'package-lock.json': lock })).toEqual([
    ['lock-outdated', 'low', 'package.json:1', 'package.json asks for fresh, which package-lock.json does not have'],
  ]);
  const composer = { packages: [{ name: 'a/b', version: '1.0.0' }], 'packages-dev': [] };
  expect(
    found({
      'composer.json': '{"require": {"php": ">=8", "ext-json": "*", "a/b": "^1", "c/d": "^1"}}',
      'composer.lock': JSON.stringify(composer),
    }),
  ).toEqual([
    ['lock-outdated', 'low', 'composer.json:1', 'composer.json asks for c/d, which composer.lock does not have'],
  ]);
  const uv = 'version = 1\n\n[[package]]\nname = "a"\nversion = "1.0"\nsource = { registry = "https://a.example" }\n';
  const pyproject = '[build-system]\nrequires = ["flit_core<4"]\n\n[project]\ndependencies = ["a", "b"]\n';
  expect(found({ 'pyproject.toml': pyproject, 'uv.lock': uv }).map((it) => (it as string[])[3])).toEqual([
    'pyproject.toml asks for b, which uv.lock does not have',
  ]);
});

test.each<[string, string]>([
  ['package-lock.json', '"resolved": "http://a.example/x"'],
  ['yarn.lock', '  resolved http://a.example/x\n'],
  ['pom.xml', '<repository></a>http://<repository><id>'],
  ['build.gradle', 'http:// maven {\n id "org.springframework.boot" version '],
  ['package.json', '"engines":{"a":1,"private": true,"name":'],
  ['requirements.txt', '--extra-index-url '],
  ['Gemfile', "source 'http://x' #"],
])('a hostile %s is no work', (file, part) => {
  expect(() => found({ [file]: part.repeat(50_000) })).not.toThrow();
});
