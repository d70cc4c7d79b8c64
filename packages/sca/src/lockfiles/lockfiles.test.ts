import { readdirSync } from 'node:fs';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { Package, Problem } from '@plumbline/core';
import { expect, test } from 'vitest';
import { chance, damaged } from '../../testing/damage.ts';
import { samples } from '../../testing/samples.ts';
import { extract, isManifest, lockfileOf } from '../index.ts';
import { lockfiles } from './index.ts';

/** What every format must do, whoever adds it. */
const names = lockfiles.map((it) => it.id);

function read(path: string, content: string | Uint8Array): ReturnType<typeof extract> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return extract({ paths: [path], read: (asked) => (asked === path ? bytes : undefined) });
}

/** A path that the format takes. */
function pathOf(id: string): string {
  return `app/${lockfiles.find((it) => it.id === id)!.files[0]!.replaceAll('*', 'x')}`;
}

test('every format has its own id, a test beside it, and takes its own files', () => {
  expect(new Set(names).size).toBe(names.length);
  const files = readdirSync(import.meta.dirname);
  for (const it of lockfiles) {
    expect(files).toContain(`${/^(?:cyclonedx|spdx)-/.test(it.id) ? 'sbom' : it.id}.test.ts`);
    expect(it.docs).toMatch(/^https:\/\//);
    for (const name of it.files) {
      const path = `some/folder/${name.replaceAll('*', '')}`;
      expect(lockfileOf(path)?.id).toBe(it.id);
      expect(isManifest(path)).toBe(!it.isGuess);
    }
  }
  expect(lockfileOf('src/package-lock.json.ts')).toBeUndefined();
  expect(lockfileOf('my-pom.xml')).toBeUndefined();
});

test.each(names)('%s: an empty file is no package and no problem', (id) => {
  expect(read(pathOf(id), '')).toEqual({ value: [], problems: expect.any(Array) as unknown });
});

const foreign: readonly (readonly [what: string, content: string | Uint8Array])[] = [
  ['prose', 'This is no lock file.\nIt is a letter: dear reader, {[<(\n'],
  ['an HTML page', '<!doctype html><html><head><title>404</title></head><body>&nbsp;no</body></html>'],
  ['bytes', Uint8Array.from({ length: 4096 }, (_, at) => (at * 131 + (at >> 3)) & 255)],
  ['a list of numbers', '[1, 2, 3]'],
  ['open brackets', '{"packages":'.repeat(50_000)],
  ['open lists', '['.repeat(100_000)],
  ['open elements', '<project>'.repeat(50_000)],
  ['a long line', `a${' \\'.repeat(200_000)}`],
  [
    'prototype keys',
    '{"lockfileVersion":3,"packages":{"__proto__":{"version":"1"},"node_modules/__proto__":{"version":"1"}}}',
  ],
  [
    'a TOML prototype',
    '[[package]]\nname = "__proto__"\nversion = "1"\n[package.dependencies]\n__proto__ = "*"\nconstructor = "*"\n',
  ],
];

test.each(names.flatMap((id) => foreign.map(([what, content]) => [id, what, content] as const)))(
  '%s reads %s without an exception, and says what it could not read',
  (id, _, content) => {
    const { value, problems } = read(pathOf(id), content);
    expect(Check(Type.Array(Package), value)).toBe(true);
    expect(Check(Type.Array(Problem), problems)).toBe(true);
    const { isShared } = lockfiles.find((it) => it.id === id)!;
    if (value.length === 0 && !isShared) expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(50);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  },
);

test('a file above the size limit is a problem, not a crash', () => {
  const { value, problems } = read('go.mod', new Uint8Array(64 * 1024 * 1024 + 1));
  expect(value).toEqual([]);
  expect(problems.map((it) => it.code)).toEqual(['file-too-large']);
});

test('reads all manifests of a project in the order of their paths, ids unique', () => {
  const texts: Readonly<Record<string, string>> = {
    'web/package-lock.json': '{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0"}}}',
    'api/go.mod': 'module api\ngo 1.22\n',
    'job/requirements.txt': 'a==1\n',
    'readme.md': '# nothing',
  };
  const { value, problems } = extract({ paths: Object.keys(texts), read: (path) => Buffer.from(texts[path]!) });
  expect(problems).toEqual([]);
  expect(value.map((it) => it.id)).toEqual([
    'api/go.mod#stdlib@1.22',
    'job/requirements.txt#a==1',
    'web/package-lock.json#node_modules/a',
  ]);
});

/** Formats of one package a file. */
const lonely = new Set([
  'chrome-extension',
  'wordpress-plugin',
  'chocolatey',
  'mac-app',
  'conda-meta',
  'pacman',
  'portage',
  'snap',
  'flatpak',
  'homebrew',
  'python-installed',
  'runtime-version',
  'build-wrapper',
  'cpan-meta',
]);

/** Those of bytes damage their own. */
const texts = lockfiles.filter((it) => !it.isBinary && !it.isParted).map((it) => it.id);

test.each(texts)('%s: a file damaged in any way gives packages that hang together, and no exception', (id) => {
  const random = chance(names.indexOf(id) + 1);
  const sample = samples[id];
  // A new format brings its sample.
  expect(sample).toBeDefined();
  expect(read(pathOf(id), sample!).value.length).toBeGreaterThan(lonely.has(id) ? 0 : 1);
  for (let run = 0; run < 300; run += 1) {
    const broken = damaged([sample!], random, 'small');
    const { value } = read(pathOf(id), broken);
    const ids = new Set(value.map((it) => it.id));
    const dangling = value.flatMap((it) => it.dependencies).filter((it) => !ids.has(it.id));
    expect([broken.toString(), ids.size, dangling]).toEqual([broken.toString(), value.length, []]);
  }
});
