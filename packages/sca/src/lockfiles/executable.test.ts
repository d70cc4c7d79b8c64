import { expect, test } from 'vitest';
import { readBytes, told } from '../../testing/bytes.ts';
import {
  assemblyOf,
  bundleOf,
  crateList,
  elfOf,
  fatOf,
  goInfo,
  machOOf,
  nativeImageOf,
  oldGoInfo,
  peOf,
} from '../../testing/programs.ts';
import { extract } from '../index.ts';

const modules = `path\tm.example/app/cmd
mod\tm.example/app\t(devel)\t
dep\tgolang.org/x/text\tv0.3.0\th1:x=
dep\tm.example/old\tv1.0.0
=>\tm.example/new\tv1.2.0\th1:y=
dep\tm.example/near\tv1.0.0
=>\t./near\t(devel)\t
build\tGOOS=linux
`;

const wanted = (file: string, go: string): string[] => [
  `m.example/app@ file ${file} → golang.org/x/text m.example/new m.example/near`,
  `golang.org/x/text@v0.3.0 transitive ${file}`,
  `m.example/new@v1.2.0 transitive ${file}`,
  `m.example/near@ file transitive ${file}`,
  `stdlib@${go} ${file}`,
];

const info = goInfo('go1.22.1 X:boringcrypto', modules);
const text = { name: '.text', content: Buffer.alloc(100) };

test.each([
  ['ELF', elfOf([text, { name: '.go.buildinfo', content: info }])],
  ['ELF without names of sections', elfOf([text, { name: '', content: info, isData: true }], false)],
  ['PE', peOf([text, { name: '.data', content: Buffer.concat([Buffer.alloc(64), info]), isData: true }])],
  ['Mach-O', machOOf([text, { name: '__go_buildinfo', content: info }])],
])('a program of Go: %s', (_, bytes) => {
  const { value, problems } = readBytes('bin/app', bytes);
  expect(problems).toEqual([]);
  expect(value.map(told)).toEqual(wanted('bin/app', '1.22.1'));
});

test('a program for several machines says the same twice', () => {
  const one = machOOf([{ name: '__go_buildinfo', content: info }]);
  expect(readBytes('app', fatOf([one, one])).value.map(told)).toEqual(wanted('app', '1.22.1'));
});

test('a program of Go before 1.18 has addresses of the texts', () => {
  const content = oldGoInfo('go1.16.3', modules, 0x50000);
  const bytes = elfOf([{ name: '.go.buildinfo', content, address: 0x50000, isData: true }]);
  expect(readBytes('app', bytes).value.map(told)).toEqual(wanted('app', '1.16.3'));
});

test.each([
  ['go1.21rc2', '1.21rc2'],
  ['go1.20.3-google', '1.20.3'],
  ['devel go1.24-5f7f1b3c9d Thu Jan 1', ''],
])('Go calls itself %s: that is version %j', (go, version) => {
  const bytes = elfOf([{ name: '.go.buildinfo', content: goInfo(go, '') }]);
  expect(readBytes('app', bytes).value.map((it) => [it.name, it.version])).toEqual([['stdlib', version]]);
});

test('a program that comes with Go is a part of it', () => {
  const bytes = elfOf([{ name: '.go.buildinfo', content: goInfo('go1.22.1', 'path\tcmd/go\nbuild\tGOOS=linux\n') }]);
  expect(readBytes('go', bytes).value.map(told)).toEqual(['stdlib@1.22.1 go', 'toolchain@1.22.1 go']);
});

const crates = [
  { name: 'app', version: '0.1.0', source: 'local', dependencies: [1, 2], root: true },
  { name: 'time', version: '0.1.42', source: 'crates.io', dependencies: [3] },
  { name: 'fork', version: '1.0.0', source: 'git' },
  { name: 'cc', version: '1.0.0', source: 'crates.io', kind: 'build' },
];

test.each([
  ['ELF', elfOf([text, { name: '.dep-v0', content: crateList(crates) }])],
  ['PE', peOf([text, { name: '.dep-v0', content: crateList(crates) }])],
  ['Mach-O', machOOf([text, { name: '.dep-v0', content: crateList(crates) }])],
])('a program of Rust that says what it is made of: %s', (_, bytes) => {
  const { value, problems } = readBytes('app.exe', bytes);
  expect(problems).toEqual([]);
  expect(value.map(told)).toEqual([
    'app@0.1.0 workspace app.exe → time fork',
    'time@0.1.42 app.exe → cc',
    'fork@1.0.0 git app.exe',
    'cc@1.0.0 transitive app.exe',
  ]);
  expect(value.map((it) => it.scopes)).toEqual([['runtime'], ['runtime'], ['runtime'], ['build']]);
});

test('other programs and other files are nothing; what is broken is told', () => {
  const none = { value: [], problems: [] };
  expect(readBytes('bin/ls', elfOf([text]))).toEqual(none);
  expect(readBytes('LICENSE', Buffer.from('MIT'))).toEqual(none);
  expect(readBytes('a.dll', Buffer.from('MZ'))).toEqual(none);
  const { value, problems } = readBytes('app', elfOf([{ name: '.dep-v0', content: Buffer.from('no list') }]));
  expect(value).toEqual([]);
  expect(problems.map((it) => it.message)).toEqual(['It: its list of crates is damaged or too large.']);
});

const newtonsoft = assemblyOf({
  CompanyName: 'Newtonsoft',
  FileVersion: '12.0.1.22727',
  InternalName: 'Newtonsoft.Json.dll',
  ProductVersion: '12.0.1+509643a8952ce731e0207710c429ad6e67dc43db',
});

test('a library of .NET says what it is called, if nothing beside it lists it', () => {
  expect(readBytes('bin/Newtonsoft.Json.dll', newtonsoft).value.map(told)).toEqual([
    'Newtonsoft.Json@12.0.1 guessed bin/Newtonsoft.Json.dll',
  ]);
  const older = assemblyOf({ OriginalFilename: 'A.B.exe', ProductVersion: 'Release', FileVersion: '1.2.3.4' });
  expect(readBytes('x.dll', older).value.map(told)).toEqual(['A.B@1.2.3.4 guessed x.dll']);
  const translation = assemblyOf({ InternalName: 'A.resources.dll', ProductVersion: '1.0.0' });
  expect(readBytes('x.dll', translation).value).toEqual([]);
  const deps = '{"runtimeTarget":{"name":"n"},"libraries":{"A/1.0.0":{"type":"package"}}}';
  const files: Readonly<Record<string, Uint8Array>> = {
    'bin/a.dll': newtonsoft,
    'bin/app.deps.json': Buffer.from(deps),
  };
  const { value } = extract({ paths: Object.keys(files), read: (path) => files[path] });
  expect(value.map((it) => it.name)).toEqual(['A']);
});

test('a program of .NET that is one file lists what was packed into it', () => {
  const deps = '{"runtimeTarget":{"name":"n"},"libraries":{"A/1.0.0":{"type":"package"}}}';
  const { value, problems } = readBytes('bin/app', bundleOf(deps));
  expect([value.map(told), problems]).toEqual([['A@1.0.0 bin/app!/app.deps.json:1'], []]);
});

test('a program that is damaged in any way ends', () => {
  const go = elfOf([{ name: '.go.buildinfo', content: goInfo('go1.22', 'path\tx\ndep\ta.b/c\tv1.0.0\n') }]);
  const rust = elfOf([{ name: '.dep-v0', content: crateList(crates) }]);
  const old = elfOf([{ name: '.go.buildinfo', content: oldGoInfo('go1.16', modules, 0x1000), address: 0x1000 }]);
  for (const bytes of [
    go,
    rust,
    old,
    machOOf([{ name: '.dep-v0', content: crateList(crates) }]),
    newtonsoft,
    bundleOf('{}'),
  ]) {
    for (let at = 0; at < bytes.length; at += 5) {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at]! + 113) & 255;
      for (const it of [broken, bytes.subarray(0, at)]) {
        const { value } = readBytes('app', it);
        const ids = new Set(value.map((one) => one.id));
        expect(value.flatMap((one) => one.dependencies).filter((one) => !ids.has(one.id))).toEqual([]);
      }
    }
  }
});

test('a program of GraalVM has the bill of materials that it was built with', () => {
  const component = { type: 'library', name: 'a', version: '1', purl: 'pkg:maven/g/a@1' };
  const bill = { bomFormat: 'CycloneDX', specVersion: '1.5', components: [component] };
  const { value, problems } = readBytes('bin/app', nativeImageOf(JSON.stringify(bill)));
  expect([value.map((it) => [it.purl, it.location.file, it.origin]), problems]).toEqual([
    [['pkg:maven/g/a@1', 'bin/app', 'registry']],
    [],
  ]);
});
