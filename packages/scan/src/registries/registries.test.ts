import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Package, Problem } from '@plumbline/core';
import { extract } from '@plumbline/sca';
import { registryPlaces, releasesOf, resolvePackages, type Resolving, type RegistryUrls } from './index.ts';

type Serve = (response: ServerResponse, headers: IncomingHttpHeaders) => void;

let folder = '';
let server: Server;
let base = '';
let pages: Record<string, string | Serve> = {};
let asked: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumb-registries-'));
  [pages, asked] = [{}, []];
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'string') response.end(page);
    else page(response, request.headers);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const now = new Date('2026-01-01T00:00:00Z');
const web = { env: {}, userAgent: 'test', pause: async (): Promise<void> => Promise.resolve(), patience: 300 };

function resolving(urls: RegistryUrls, more: Partial<Resolving> = {}): Resolving {
  const places = registryPlaces({ HOME: join(folder, 'home') }, urls);
  return { folder: join(folder, 'kept'), places, settings: {}, fetch: { web, now }, ...more };
}

async function resolve(
  files: Readonly<Record<string, string>>,
  how: Resolving,
): Promise<{ readonly packages: readonly Package[]; readonly problems: readonly Problem[] }> {
  const project = { paths: Object.keys(files), read: (path: string) => Buffer.from(files[path]!) };
  return resolvePackages(project, extract(project).value, how);
}

const versions = (packages: readonly Package[]): string[] => packages.map((it) => `${it.name}@${it.version}`);
const manifest = (dependencies: object): Record<string, string> => ({
  'package.json': JSON.stringify({ dependencies }),
});

function packument(list: Readonly<Record<string, object>>, tags: object = {}): string {
  return JSON.stringify({ 'dist-tags': tags, versions: list });
}

test('npm: packages of packages, scoped ones, packed answers; asked once, and known without a network', async () => {
  pages = {
    '/a': packument({ '1.0.0': { dependencies: { '@s/b': '^1' }, hasInstallScript: true } }),
    '/@s%2fb': (response) => response.end(gzipSync(packument({ '1.2.0': { deprecated: 'old' } }))),
  };
  const how = resolving({ npm: [`${base}/`] });
  const { packages, problems } = await resolve(manifest({ a: '1' }), how);
  expect(versions(packages)).toEqual(['a@1.0.0', '@s/b@1.2.0']);
  expect(packages.map((it) => [it.installScript, it.deprecated])).toEqual([
    [true, undefined],
    [undefined, 'old'],
  ]);
  expect([problems, asked]).toEqual([[], ['/a', '/@s%2fb']]);

  const again = await resolve(manifest({ a: '1' }), how);
  const offline = await resolve(manifest({ a: '1' }), { ...how, fetch: undefined });
  expect([versions(again.packages), versions(offline.packages)]).toEqual([versions(packages), versions(packages)]);
  expect(asked.length).toBe(2);
  const unknown = await resolve(manifest({ c: '1' }), { ...how, fetch: undefined });
  expect(unknown.problems.map((it) => it.message)).toEqual([
    'Not resolved: c 1: it was not asked before, and nobody is asked now.',
  ]);
});

test('after a day it is asked whether an answer has changed', async () => {
  const seen: (string | undefined)[] = [];
  pages = {
    '/a': (response, headers) => {
      seen.push(headers['if-none-match']);
      if (headers['if-none-match'] === '"one"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"one"' }).end(packument({ '1.0.0': {} }));
    },
  };
  const later = (days: number): Resolving =>
    resolving({ npm: [base] }, { fetch: { web, now: new Date(now.getTime() + days * 86_400_000) } });
  for (const days of [0, 0.9, 1.1, 1.2]) {
    expect(versions((await resolve(manifest({ a: '1' }), later(days))).packages)).toEqual(['a@1.0.0']);
  }
  expect(seen).toEqual([undefined, '"one"']);
});

test('what is not there, private, broken or of somebody else is told; the rest is resolved', async () => {
  pages = {
    '/good': packument({ '1.0.0': {} }),
    '/private': (response) => response.writeHead(403).end(),
    '/garbage': '<html>Log in</html>',
    '/broken': (response) => response.writeHead(500).end(),
    '/damaged': (response) => response.end(Buffer.from([0x1f, 0x8b, 1, 2, 3])),
  };
  const wanted = { good: '1', gone: '1', private: '1', garbage: '1', broken: '1', damaged: '1' };
  const { packages, problems } = await resolve(manifest(wanted), resolving({ npm: [base] }));
  expect(versions(packages)).toEqual(['good@1.0.0', 'gone@', 'private@', 'garbage@', 'broken@', 'damaged@']);
  expect(problems.map((it) => it.message).toSorted()).toEqual([
    'Not resolved: broken 1: it answers 500 Internal Server Error.',
    'Not resolved: damaged 1: what answers is no such registry.',
    'Not resolved: garbage 1: what answers is no such registry.',
    'Not resolved: gone 1: the registry has none.',
    'Not resolved: private 1: it is private, or may not be seen from here.',
  ]);
});

test('one that is silent is given up on, and not asked for everything', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `p${at}`);
  for (const it of names) pages[`/${it}`] = () => undefined;
  const how = resolving({ npm: [base] }, { fetch: { web: { ...web, patience: 30 }, now } });
  const { problems } = await resolve(manifest(Object.fromEntries(names.map((it) => [it, '1']))), how);
  const counts = problems.map((it) => Number(/^Not resolved: (\d+) more: /.exec(it.message)?.[1] ?? 1));
  expect(counts.reduce((sum, it) => sum + it, 0)).toBe(30);
  expect(problems.length).toBeLessThan(15);
  expect(new Set(asked).size).toBeLessThan(12);
  expect(problems.some((it) => it.message.includes('has been silent'))).toBe(true);
});

test('six questions are under way at a time', async () => {
  const names = Array.from({ length: 24 }, (_, at) => `p${at}`);
  const waiting: ServerResponse[] = [];
  let most = 0;
  const answer = (): void => {
    for (const it of waiting.splice(0)) it.end(packument({ '1.0.0': {} }));
  };
  for (const it of names) {
    pages[`/${it}`] = (response) => {
      waiting.push(response);
      most = Math.max(most, waiting.length);
      if (waiting.length === 6) setTimeout(answer, 20);
    };
  }
  const wanted = manifest(Object.fromEntries(names.map((it) => [it, '1'])));
  const { problems } = await resolve(
    wanted,
    resolving({ npm: [base] }, { fetch: { web: { ...web, patience: 5000 }, now } }),
  );
  expect([problems, most]).toEqual([[], 6]);
});

test('who stops it, stops it', async () => {
  pages['/a'] = () => undefined;
  const controller = new AbortController();
  const stopped = resolve(
    manifest({ a: '1' }),
    resolving({ npm: [base] }, { fetch: { web: { ...web, signal: controller.signal }, now } }),
  );
  setTimeout(() => controller.abort(), 20);
  await expect(stopped).rejects.toThrow('stopped');
});

/** A wheel with one file, as a zip of it has it. */
function wheel(name: string, content: string): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(name.length, 28);
  const others = Buffer.alloc(200_000);
  const start = local.length + name.length + packed.length + others.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, Buffer.from(name), packed, others, entry, Buffer.from(name), end]);
}

/** An archive of sources. */
function sources(files: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => {
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write(content.length.toString(8).padStart(11, '0'), 124);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return [head, body];
  });
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]));
}

function inParts(bytes: Buffer): Serve {
  return (response, { range = '' }) => {
    const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
    const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from);
    const part = bytes.subarray(start, from === '' ? undefined : Number(to) + 1);
    response.writeHead(206, { 'content-range': `bytes ${start}-${start + part.length - 1}/${bytes.length}` }).end(part);
  };
}

test('Python: an index in JSON or in HTML; metadata beside a wheel, or in it', async () => {
  const file = (name: string, more: object = {}): object => ({ filename: name, url: `../../files/${name}`, ...more });
  const files = [
    file('a-1.0-py3-none-any.whl', { 'core-metadata': { sha256: 'x' } }),
    file('a-2.0-py3-none-any.whl', { 'requires-python': '>=4' }),
    file('a-3.0-py3-none-any.whl', { yanked: 'broken' }),
  ];
  pages = {
    '/simple/a/': JSON.stringify({ files }),
    '/files/a-1.0-py3-none-any.whl.metadata':
      'Metadata-Version: 2.1\nName: a\nRequires-Dist: B_c (>=1)\n\nRequires-Dist: no\n',
    '/simple/b-c/':
      '<!DOCTYPE html><a href="/files/b_c-1.5-py3-none-any.whl#sha256=1" data-requires-python="&gt;=3.8">b_c-1.5-py3-none-any.whl</a>',
    '/files/b_c-1.5-py3-none-any.whl': inParts(wheel('b_c-1.5.dist-info/METADATA', 'Name: b-c\nRequires-Dist: d\n')),
    '/simple/d/': JSON.stringify({ files: [file('d-1.tar.gz')] }),
    '/files/d-1.tar.gz': (response) =>
      response.end(
        sources({
          'd-1/PKG-INFO': 'Name: d\n',
          'd-1/src/d.egg-info/requires.txt': 'e>=1\n\n[:os_name == "nt"]\nf\n\n[x]\ng\n',
        }),
      ),
    '/simple/e/': JSON.stringify({ files: [file('e-1.zip')] }),
    '/pypi/e/1/json': JSON.stringify({ info: { requires_dist: null } }),
  };
  const { packages, problems } = await resolve({ 'requirements.txt': 'a\n' }, resolving({ pypi: [`${base}/simple`] }));
  expect([versions(packages), problems]).toEqual([['a@1.0', 'b-c@1.5', 'd@1', 'e@1'], []]);
  expect(asked.filter((it) => it.endsWith('.whl')).length).toBe(2);
});

test('Maven: poms of a repository, of another behind it, and of the one at home', async () => {
  const pom = (coordinates: string, content = ''): string => {
    const [groupId = '', artifactId = '', version = ''] = coordinates.split(':');
    return `<project><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version>${content}</project>`;
  };
  const needs = (...list: readonly string[]): string =>
    `<dependencies>${list.map((it) => pom(it).replaceAll('project>', 'dependency>')).join('')}</dependencies>`;
  pages = {
    '/one/x/y/a/1/a-1.pom': pom('x.y:a:1', needs('x:b:1', 'x:c:[1,2)', 'x:home:1')),
    '/two/x/b/1/b-1.pom': pom('x:b:1'),
    '/two/x/c/maven-metadata.xml':
      '<metadata><versioning><versions><version>1.1</version><version>2.0</version></versions></versioning></metadata>',
    '/two/x/c/1.1/c-1.1.pom': pom('x:c:1.1'),
  };
  const home = join(folder, 'home/.m2/repository/x/home/1/home-1.pom');
  mkdirSync(dirname(home), { recursive: true });
  writeFileSync(home, pom('x:home:1', needs('x:b:2')));
  const files = { 'pom.xml': pom('own:app:1', needs('x.y:a:1')) };
  const { packages, problems } = await resolve(files, resolving({ maven: [`${base}/one`, `${base}/two/`] }));
  expect([versions(packages), problems]).toEqual([['x.y:a@1', 'x:b@1', 'x:c@1.1', 'x:home@1'], []]);
  expect(asked).not.toContain('/one/x/home/1/home-1.pom');
});

test('addresses: of the call, of the settings, of the variables and of the files of the user', () => {
  const put = (path: string, text: string): void => {
    const file = join(folder, 'home', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  put(
    '.npmrc',
    '; ours\nregistry=https://npm-registry.example/${TEAM}/\n@s:registry = https://scoped.example\n//npm-registry.example/:_authToken=x\n',
  );
  put(
    '.config/pip/pip.conf',
    '[global]\nindex-url = https://pypi-registry.example/simple\nextra-index-url = https://two.example/simple\n',
  );
  put(
    '.m2/settings.xml',
    '<settings><localRepository>/m2</localRepository><mirrors><mirror><mirrorOf>*</mirrorOf><url>https://maven-mirror.example</url></mirror></mirrors></settings>',
  );
  const env = { HOME: join(folder, 'home'), TEAM: 'ours' };
  expect(registryPlaces(env)).toEqual({
    urls: {
      npm: ['https://npm-registry.example/ours/'],
      pypi: ['https://pypi-registry.example/simple', 'https://two.example/simple'],
      maven: ['https://maven-mirror.example'],
    },
    scopes: { '@s': 'https://scoped.example' },
    mavenLocal: '/m2',
  });
  const given = { npm: ['https://given.example'] };
  const settings = { npm: ['https://settings.example'], maven: ['https://maven.example'] };
  const variables = {
    ...env,
    PIP_INDEX_URL: 'https://variable.example/simple',
    npm_config_registry: 'https://other.example',
  };
  expect(registryPlaces(variables, given, settings).urls).toEqual({
    npm: ['https://given.example'],
    pypi: ['https://variable.example/simple', 'https://two.example/simple'],
    maven: ['https://maven.example'],
  });
  expect(registryPlaces({ HOME: join(folder, 'none') }).urls).toEqual({});
});

test('user and password go to the registry that they are for, and are not kept', async () => {
  const seen: (string | undefined)[] = [];
  pages = {
    '/ours/a': (response, headers) => {
      seen.push(headers.authorization);
      response.end(packument({ '1.0.0': {} }));
    },
  };
  const { problems } = await resolve(
    manifest({ a: '1' }),
    resolving({ npm: [`${base.replace('//', '//ann:s%40cret@')}/ours`] }),
  );
  expect([problems, seen]).toEqual([[], [`Basic ${Buffer.from('ann:s@cret').toString('base64')}`]]);
});

test('without an address it is said what to do', async () => {
  const { packages, problems } = await resolve(manifest({ a: '1' }), resolving({}));
  expect(versions(packages)).toEqual(['a@']);
  expect(problems[0]?.message).toBe(
    'Not resolved: a 1: no address of a registry for npm is known (--registry npm=URL, or registries in plumbline.yaml).',
  );
});

test('the versions of a package, for whom one is not good enough', async () => {
  pages = {
    '/a': packument({
      '1.0.0': { dependencies: { b: '1' }, dist: { tarball: 't', integrity: 'i' } },
      '2.0.0': { deprecated: 'no' },
    }),
    '/simple/a-b/': JSON.stringify({ files: [{ filename: 'a_b-1.0.tar.gz', url: 'x', yanked: true }] }),
  };
  const { places, folder: kept, fetch } = resolving({ npm: [base], pypi: [`${base}/pypi`] });
  const failures: string[] = [];
  const wanted = [
    { ecosystem: 'npm', name: 'a' },
    { ecosystem: 'pypi', name: 'A.b' },
    { ecosystem: 'npm', name: 'gone' },
    { ecosystem: 'gem', name: 'rails' },
  ] as unknown as readonly Package[];
  const source = await releasesOf(wanted, { places, folder: kept, fetch, onFailure: (it) => failures.push(it) });
  expect(source.versions('npm', 'a')).toEqual([
    { version: '1.0.0', dependencies: { b: '1' }, deprecated: false, address: 't', integrity: 'i' },
    { version: '2.0.0', dependencies: {}, deprecated: true },
  ]);
  expect(source.versions('pypi', 'A.b')).toEqual([{ version: '1.0', deprecated: true }]);
  expect([source.versions('npm', 'gone'), source.versions('gem', 'rails')]).toEqual([undefined, undefined]);
  expect(failures).toEqual(['gone: the registry has none']);
});
