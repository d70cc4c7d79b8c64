import type { Package, Read } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract } from '../index.ts';

function read(files: Readonly<Record<string, string | Uint8Array>>): Read<readonly Package[]> {
  const bytes = (it: string | Uint8Array): Uint8Array => (typeof it === 'string' ? Buffer.from(it) : it);
  return extract({ paths: Object.keys(files), read: (path) => (path in files ? bytes(files[path]!) : undefined) });
}

const short = (it: Package): string => `${it.name}@${it.version}`;

test('reads pins, ranges, extras, markers, hashes, continuations and comments', () => {
  const { value, problems } = read({
    'requirements.txt': `# a comment
Flask==2.0.1  # behind it
requests[socks, security] >= 2.8.1, == 2.8.* ; python_version < "2.7"
six == \\
  1.16.0 \\
  --hash=sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e \\
  --hash=sha256:486ea46224d1bb4fb680f34f7c9ad96a
exact===1.0-odd
old (>=1.2)
plain
--index-url https://index.example/simple
-f ./wheels
`,
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => [short(it), it.requested, it.location.start.line])).toEqual([
    ['Flask@2.0.1', '==2.0.1', 2],
    ['requests@', '>=2.8.1,==2.8.*', 3],
    ['six@1.16.0', '==1.16.0', 4],
    ['exact@1.0-odd', '===1.0-odd', 8],
    ['old@', '>=1.2', 9],
    ['plain@', undefined, 10],
  ]);
  expect(value[0]).toMatchObject({
    id: 'requirements.txt#flask==2.0.1',
    purl: 'pkg:pypi/flask@2.0.1',
    direct: true,
    scopes: ['runtime'],
    origin: 'registry',
    location: { start: { line: 2, column: 1 }, end: { line: 2, column: 13 } },
  });
});

test('reads what is not from an index as such', () => {
  const { value } = read({
    'requirements.txt': `-e git+https://git.example/me/tool.git@v1#egg=tool
lib @ https://files.example/lib-1.2.3-py3-none-any.whl
pack @ git+ssh://git@git.example/pack.git
./wheels/my_pack-0.4-py3-none-any.whl
--editable=./src/local
`,
  });
  expect(value.map((it) => `${short(it)} ${it.origin}`)).toEqual([
    'tool@ git',
    'lib@1.2.3 url',
    'pack@ git',
    'my_pack@0.4 file',
  ]);
});

test('follows -r and -c, once each, and stays in the project', () => {
  const { value, problems } = read({
    'app/requirements.txt':
      '-r ../base.txt\n-c limits.txt\n--requirement=more.txt\n-r ../../secret.txt\n-r gone.txt\nflask\n',
    'app/limits.txt': 'Flask==2.1.0\nunused==1.0\n',
    'app/more.txt': '-r requirements.txt\nmore==1\n',
    'base.txt': 'base==1\n-r app/more.txt\n',
  });
  expect(value.map((it) => `${short(it)} ${it.location.file}:${it.location.start.line}`)).toEqual([
    'base@1 base.txt:1',
    'more@1 app/more.txt:2',
    'flask@2.1.0 app/requirements.txt:6',
  ]);
  expect(problems.map((it) => [it.line, it.code])).toEqual([
    [4, 'include-not-found'],
    [5, 'include-not-found'],
  ]);
});

test('an included file that is a manifest itself is counted once', () => {
  const { value } = read({ 'requirements.txt': 'a==1\n', 'requirements-dev.txt': '-r requirements.txt\nb==2\n' });
  expect(value.map((it) => `${short(it)} ${it.scopes.join()}`)).toEqual(['a@1 runtime', 'b@2 development']);
});

test("knows from pip-compile's comments who wants what", () => {
  const { value } = read({
    'requirements/test.txt': `click==8.1.0
    # via flask
flask==2.0.1  # via -r requirements/test.in
markupsafe==2.0.0
    # via
    #   jinja2
    #   werkzeug
jinja2==3.0.0  # via flask, -r requirements/test.in
werkzeug==2.0.0
    # via flask
`,
  });
  expect(value.map((it) => [short(it), it.direct, it.dependencies.map((to) => to.id.split('#')[1])])).toEqual([
    ['click@8.1.0', false, []],
    ['flask@2.0.1', true, ['click==8.1.0', 'jinja2==3.0.0', 'werkzeug==2.0.0']],
    ['markupsafe@2.0.0', false, []],
    ['jinja2@3.0.0', true, ['markupsafe==2.0.0']],
    ['werkzeug@2.0.0', false, ['markupsafe==2.0.0']],
  ]);
  expect(value[0]?.scopes).toEqual(['test']);
});

test.each([
  [
    'utf-16le with a mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('flask==2.0.1\r\nsix==1\r\n', 'utf16le')]),
  ],
  [
    'utf-16be with a mark',
    Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('flask==2.0.1\r\nsix==1\r\n', 'utf16le').swap16()]),
  ],
  ['utf-16le without one', Buffer.from('flask==2.0.1\nsix==1\n', 'utf16le')],
  ['utf-8 with a mark', Buffer.from('\ufeffflask==2.0.1\rsix==1\r')],
])('reads %s', (_, bytes) => {
  const { value, problems } = read({ 'requirements.txt': bytes });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${short(it)}:${it.location.start.line}`)).toEqual(['flask@2.0.1:1', 'six@1:2']);
});

test('keeps the good lines of a broken file', () => {
  const { value, problems } = read({ 'requirements.txt': 'a==1\n<<<<<<< HEAD\nb==\nc==2 or so\nd==3\n' });
  expect(value.map(short)).toEqual(['a@1', 'd@3']);
  expect(problems.map((it) => [it.line, it.code])).toEqual([
    [2, 'parse-error'],
    [3, 'parse-error'],
    [4, 'parse-error'],
  ]);
});
