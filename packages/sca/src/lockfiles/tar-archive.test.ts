import { expect, test } from 'vitest';
import { tarOf, tgzOf, zipOf } from '../../testing/archives.ts';
import { readBytes, told } from '../../testing/bytes.ts';

test('a package of npm is what its manifest says, with what it brings', () => {
  const manifest = '{"name":"@s/a","version":"1.0.0","license":"ISC"}';
  const inner = '{"name":"b","version":"2.0.0"}';
  const bytes = tgzOf({ 'package/node_modules/b/package.json': inner, 'package/package.json': manifest });
  const { value, problems } = readBytes('mirror/a-1.0.0.tgz', bytes);
  expect(problems).toEqual([]);
  expect(value.map(told)).toEqual([
    '@s/a@1.0.0 mirror/a-1.0.0.tgz → b',
    'b@2.0.0 transitive mirror/a-1.0.0.tgz!/package/node_modules/b/package.json:1',
  ]);
  expect(value[0]).toMatchObject({ purl: 'pkg:npm/%40s/a@1.0.0', licenses: ['ISC'] });
});

test("a package of Python's sources", () => {
  const bytes = tgzOf({ 'a-1.0/setup.py': '', 'a-1.0/PKG-INFO': 'Name: a\nVersion: 1.0\n' });
  expect(readBytes('dist/a-1.0.tar.gz', bytes).value.map(told)).toEqual(['a@1.0 dist/a-1.0.tar.gz!/a-1.0/PKG-INFO:1']);
});

test('a program with its libraries, packed or not', () => {
  const jar = zipOf([{ name: 'META-INF/maven/g/a/pom.properties', content: 'groupId=g\nartifactId=a\nversion=1' }]);
  const files = { 'server/bin/run.sh': 'x', 'server/libs/a-1.jar': jar };
  expect(readBytes('server.tgz', tgzOf(files)).value.map(told)).toEqual(['g:a@1 server.tgz!/server/libs/a-1.jar']);
  expect(readBytes('server.tar', tarOf(files)).value.map(told)).toEqual(['g:a@1 server.tar!/server/libs/a-1.jar']);
});

test('what is cut is told; what is no such archive is nothing', () => {
  const bytes = tgzOf({ 'p/a-1.0.dist-info/METADATA': 'Name: a\nVersion: 1.0\n', 'p/large': Buffer.alloc(3_000_000) });
  const { value, problems } = readBytes('a.tgz', bytes);
  expect(value.map((it) => it.name)).toEqual(['a']);
  expect(problems.map((it) => it.message)).toEqual(['It is cut: only its first 1.0 MiB are looked at.']);
  expect(readBytes('a.tgz', Buffer.from('no archive'))).toEqual({ value: [], problems: [] });
  expect(readBytes('chart-1.0.0.tgz', tgzOf({ 'chart/Chart.yaml': 'name: chart\n' }))).toEqual({
    value: [],
    problems: [],
  });
});
