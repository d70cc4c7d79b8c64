/** Files that are no texts, which tools/sca-fuzz.mjs damages: as they are, and by what is in them. */
import { gzipSync } from 'node:zlib';
import { tarOf, tgzOf, zipOf } from './archives.ts';
import { damaged, type Random } from './damage.ts';
import { assemblyOf, bundleOf, crateList, elfOf, fatOf, goInfo, machOOf, oldGoInfo, peOf } from './programs.ts';
import { berkeley, sqlite } from './rpm-databases.ts';

interface Packed {
  readonly files: Readonly<Record<string, Uint8Array | string>>;
  readonly pack: (files: Readonly<Record<string, Uint8Array | string>>) => Buffer;
}

const zipped: Packed['pack'] = (files) => zipOf(Object.entries(files).map(([name, content]) => ({ name, content })));
const stored: Packed['pack'] = (files) =>
  zipOf(Object.entries(files).map(([name, content]) => ({ name, content, isStored: true })));
const gem: Packed['pack'] = (files) =>
  tarOf(Object.fromEntries(Object.entries(files).map(([name, content]) => [`${name}.gz`, gzipSync(content)])));

const properties = 'groupId=g\nartifactId=a\nversion=1.0\n';
const jar = stored({ 'META-INF/maven/g/a/pom.properties': properties });
const modules =
  'path\tm.example/a\nmod\tm.example/a\t(devel)\t\ndep\tm.example/b\tv1.0.0\th1:x=\n=>\tm.example/c\tv1.2.0\th1:y=\n';
const deps = JSON.stringify({
  runtimeTarget: { name: 'n' },
  targets: { n: { 'A/1': { dependencies: { B: '2' } }, 'B/2': {} } },
  libraries: { 'A/1': { type: 'project' }, 'B/2': { type: 'package' } },
});
const crates = JSON.stringify([
  { name: 'app', version: '1.0.0', source: 'local', root: true, dependencies: [1] },
  { name: 'b', version: '2.0.0', source: 'crates.io' },
]);
const text = (of: Uint8Array | string | undefined): string => Buffer.from((of ?? '') as Uint8Array).toString('latin1');
const program = (make: (content: string) => Buffer, content: string): Packed => ({
  files: { content },
  pack: ({ content: it }) => make(text(it)),
});

const packed: Readonly<Record<string, readonly Packed[]>> = {
  'java-archive': [
    {
      files: {
        'META-INF/MANIFEST.MF':
          'Manifest-Version: 1.0\r\nImplementation-Title: a\r\nImplementation-Version: 1.0\r\nBundle-SymbolicName: g.a\r\n',
        'META-INF/maven/g/a/pom.properties': properties,
        'META-INF/maven/g/a/pom.xml':
          '<project><groupId>g</groupId><artifactId>a</artifactId><version>1.0</version></project>',
        'BOOT-INF/lib/b-2.0.jar': jar,
      },
      pack: zipped,
    },
    { files: { 'WEB-INF/lib/a-1.0.jar': jar, 'a/B.class': 'x' }, pack: stored },
  ],
  'python-archive': [
    {
      files: {
        'a-1.0.dist-info/METADATA': 'Metadata-Version: 2.1\nName: a\nVersion: 1.0\nRequires-Dist: b>=1\n\nx',
        'a-1.0.dist-info/RECORD': 'a,,\n',
      },
      pack: zipped,
    },
    {
      files: {
        'EGG-INFO/PKG-INFO': 'Metadata-Version: 1.0\nName: a\nVersion: 1.0\n',
        'EGG-INFO/requires.txt': 'b>=1\n',
      },
      pack: zipped,
    },
  ],
  'extension-archive': [
    {
      files: {
        'extension/package.json': '{"publisher":"me","name":"a","version":"1.0.0"}',
        'extension/node_modules/b/package.json': '{"name":"b","version":"1.0.0"}',
        'extension/a.jar': jar,
      },
      pack: zipped,
    },
  ],
  'nuget-archive': [
    {
      files: {
        'a.nuspec':
          '<package><metadata><id>A</id><version>1.0</version><license type="expression">MIT</license><dependencies><dependency id="B" version="1"/></dependencies></metadata></package>',
      },
      pack: zipped,
    },
  ],
  'gem-archive': [
    {
      files: {
        metadata:
          '--- !ruby/object:Gem::Specification\nname: a\nversion: !ruby/object:Gem::Version\n  version: 1.0\nlicenses:\n- MIT\n',
        data: 'x',
      },
      pack: gem,
    },
  ],
  'crate-archive': [
    {
      files: {
        'a-1.0.0/Cargo.toml': '[package]\nname = "a"\nversion = "1.0.0"\nlicense = "MIT"\n[dependencies]\nb = "1"\n',
      },
      pack: tgzOf,
    },
  ],
  'tar-archive': [
    {
      files: {
        'package/package.json': '{"name":"a","version":"1.0.0","dependencies":{"b":"^1"}}',
        'package/node_modules/b/package.json': '{"name":"b","version":"1.0.0"}',
      },
      pack: tgzOf,
    },
    {
      files: {
        'app/package-lock.json': '{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0"}}}',
        'lib/a.jar': jar,
      },
      pack: tgzOf,
    },
  ],
  'zip-archive': [
    {
      files: {
        'app/package-lock.json': '{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0"}}}',
        'lib/a.jar': jar,
      },
      pack: zipped,
    },
  ],
  executable: [
    program((it) => elfOf([{ name: '.go.buildinfo', content: goInfo('go1.22.1', it) }]), modules),
    program((it) => peOf([{ name: '.data', content: goInfo('go1.22.1', it), isData: true }]), modules),
    program((it) => fatOf([machOOf([{ name: '__go_buildinfo', content: goInfo('go1.22.1', it) }])]), modules),
    program(
      (it) =>
        elfOf([{ name: '.go.buildinfo', content: oldGoInfo('go1.16.3', it, 0x50000), address: 0x50000, isData: true }]),
      modules,
    ),
    program((it) => elfOf([{ name: '.dep-v0', content: crateList(listIn(it)) }]), crates),
    program((it) => bundleOf(it), deps),
    program(
      (it) =>
        assemblyOf({
          CompanyName: it.slice(0, 100),
          FileVersion: '1.0.0.0',
          ProductVersion: '1.0.0',
          InternalName: 'A.dll',
        }),
      'A',
    ),
  ],
};

function listIn(json: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(json);
    return Array.isArray(read) ? read : [read];
  } catch {
    return [json]; // expected: it was damaged
  }
}

/** Whole files, by format. */
export const binarySamples: Readonly<Record<string, readonly Uint8Array[]>> = {
  ...Object.fromEntries(Object.entries(packed).map(([id, list]) => [id, list.map((it) => it.pack(it.files))])),
  'rpm-database': [sqlite, berkeley],
};

/** A damaged file of a format: whole, or sound around something damaged. */
export function damagedBinary(id: string, seeds: readonly (string | Uint8Array)[], random: Random): Buffer {
  const all = packed[id];
  if (!all || random(2) === 0) return damaged(seeds, random, 'any');
  const { files, pack } = all[random(all.length)]!;
  const names = Object.keys(files);
  const broken = names[random(names.length)]!;
  return pack({ ...files, [broken]: damaged(Object.values(files), random, 'any') });
}
