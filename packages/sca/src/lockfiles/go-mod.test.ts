import type { Package, Read } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract } from '../index.ts';

function read(files: Readonly<Record<string, string>>): Read<readonly Package[]> {
  return extract({
    paths: Object.keys(files),
    read: (path) => (path in files ? Buffer.from(files[path]!) : undefined),
  });
}

const short = (it: Package): string => `${it.name}@${it.version} ${it.direct ? 'direct' : 'indirect'} ${it.origin}`;

test('reads blocks and single lines, indirect ones, quotes and comments', () => {
  const { value, problems } = read({
    'go.mod': `module example.com/shop // the shop

go 1.22.1

toolchain go1.22.4

require example.com/one v1.2.3

require (
	"example.com/two/v2" v2.0.0 // a comment
	example.com/three v0.0.0-20210630005230-0f9fa26af87c // indirect
	example.com/four v3.0.0+incompatible // indirect; for tests
)

exclude example.com/one v1.2.2

retract [v1.0.0, v1.1.0]

tool example.com/one/cmd/gen
`,
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => [short(it), it.location.start.line])).toEqual([
    ['example.com/one@v1.2.3 direct registry', 7],
    ['example.com/two/v2@v2.0.0 direct registry', 10],
    ['example.com/three@v0.0.0-20210630005230-0f9fa26af87c indirect registry', 11],
    ['example.com/four@v3.0.0+incompatible indirect registry', 12],
    ['stdlib@1.22.4 direct registry', 5],
  ]);
  expect(value[0]).toMatchObject({
    id: 'go.mod#example.com/one@v1.2.3',
    purl: 'pkg:golang/example.com/one@v1.2.3',
    scopes: ['runtime'],
    location: { start: { line: 7, column: 9 }, end: { line: 7, column: 31 } },
  });
});

test('what is replaced is not there; what replaces it is', () => {
  const { value } = read({
    'go.mod': `module m
go 1.20
require (
	a.example/a v1.0.0
	b.example/b v1.0.0
	c.example/c v1.0.0
	d.example/d v1.0.0
)
replace a.example/a => fork.example/a v1.0.1
replace (
	b.example/b v1.0.0 => ../b
	c.example/c v9.9.9 => fork.example/c v9.9.9
)
replace d.example/d v1.0.0 => d.example/d v1.5.0
`,
  });
  expect(value.map((it) => `${short(it)} :${it.location.start.line}`)).toEqual([
    'fork.example/a@v1.0.1 direct registry :9',
    'b.example/b@ direct file :11',
    'c.example/c@v1.0.0 direct registry :6',
    'd.example/d@v1.5.0 direct registry :14',
    'stdlib@1.20 direct registry :2',
  ]);
});

test('before Go 1.17 the indirect modules come from go.sum, the highest version of each', () => {
  const { value } = read({
    'go.mod': 'module m\n\ngo 1.16\n\nrequire a.example/a v1.0.0\n',
    'go.sum': `a.example/a v1.0.0 h1:aaaa=
a.example/a v1.0.0/go.mod h1:bbbb=
b.example/b v1.9.0 h1:cccc=
b.example/b v1.10.0 h1:dddd=
c.example/c v1.0.0/go.mod h1:eeee=
nonsense
`,
  });
  expect(value.map((it) => `${short(it)} ${it.location.file}:${it.location.start.line}`)).toEqual([
    'a.example/a@v1.0.0 direct registry go.mod:5',
    'b.example/b@v1.10.0 indirect registry go.sum:4',
    'stdlib@1.16 direct registry go.mod:3',
  ]);
});

test('from Go 1.17 on go.sum adds nothing', () => {
  const { value } = read({ 'go.mod': 'module m\ngo 1.17\n', 'go.sum': 'b.example/b v1.9.0 h1:cccc=\n' });
  expect(value.map((it) => it.name)).toEqual(['stdlib']);
});

test('an excluded version is named, for another is used', () => {
  const { problems } = read({ 'go.mod': 'module m\nrequire a.example/a v1.0.0\nexclude a.example/a v1.0.0\n' });
  expect(problems.map((it) => [it.line, it.code])).toEqual([[2, 'version-excluded']]);
});

test('keeps the good lines, and names versions that are none', () => {
  const { value, problems } = read({
    'go.mod': 'module m\nrequire (\n\ta.example/a v1.0.0\n\tb.example/b\n\tc.example/c master\n)\nwhat is this\n',
  });
  expect(value.map(short)).toEqual(['a.example/a@v1.0.0 direct registry', 'c.example/c@ direct registry']);
  expect(problems.map((it) => [it.line, it.code])).toEqual([
    [4, 'parse-error'],
    [7, 'parse-error'],
    [5, 'version-unreadable'],
  ]);
});

test('a workspace that uses the module replaces for it and names its toolchain', () => {
  const { value } = read({
    'go.work':
      'go 1.22.1\ntoolchain go1.22.3\nuse (\n\t./a\n\t.\n)\nreplace example.com/x => example.com/y v1.2.0\nreplace example.com/z => ./z\n',
    'a/go.mod':
      'module example.com/a\ngo 1.21\nrequire (\n\texample.com/x v1.0.0\n\texample.com/z v1.0.0\n)\nreplace example.com/x => example.com/w v0.1.0\n',
    'b/go.mod': 'module example.com/b\ngo 1.21\nrequire example.com/x v1.0.0\n',
  });
  expect(value.map((it) => `${it.location.file} ${short(it)}`)).toEqual([
    'go.work example.com/y@v1.2.0 direct registry',
    'go.work example.com/z@ direct file',
    'go.work stdlib@1.22.3 direct registry',
    'b/go.mod example.com/x@v1.0.0 direct registry',
    'b/go.mod stdlib@1.21 direct registry',
  ]);
});

test("a toolchain's suffix tells whose build it is", () => {
  const { value } = read({ 'go.mod': 'module m\ngo 1.22\ntoolchain go1.23.6-acme\n' });
  expect(value.map(short)).toEqual(['stdlib@1.23.6 direct registry']);
});
